using System.Text.Json;
using System.Text.Json.Nodes;
using Fraud.Canonical;
using Fraud.Checking;
using Fraud.Collect.Extracting;
using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Offers;

namespace Fraud.Commands;

/// <summary>Finds the offers and contacts in an extracted text.</summary>
internal sealed class TextDetails(TextTables tables, OfferParser offers, ContactExtractor contacts)
{
    public static TextDetails Load(string modelsFolder) => new(
        TextTables.Load(Path.Combine(modelsFolder, "text")),
        new(PriceTable.Load(Path.Combine(modelsFolder, "prices"))),
        new(ContactTables.Load(Path.Combine(modelsFolder, "contacts"))));

    /// <summary>Adds "offers" and "contacts"; their offsets are of the extracted text.</summary>
    public void AddTo(JsonObject result, ExtractedPage page, Uri url)
    {
        var views = new TextViewsBuilder(tables).Build(page.Text);
        var context = new AssessContext { PostedOn = page.Date is { } date ? DateOnly.FromDateTime(date.DateTime) : null, Host = url.IdnHost, Author = page.Author };
        result["offers"] = List(offers.ParseAll(views, context), CheckJson.WriteValue);
        result["contacts"] = List(contacts.Extract(views), CheckJson.WriteValue);
    }

    private static JsonNode? List<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, CheckJson.Options))
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                write(json, item);
            }

            json.WriteEndArray();
        }

        return JsonNode.Parse(buffer.ToArray());
    }
}
