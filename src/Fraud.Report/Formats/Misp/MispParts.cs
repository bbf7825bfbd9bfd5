using System.Globalization;
using System.Text.Json.Nodes;
using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats.Misp;

/// <summary>Objects and attributes of one event: posts, the accounts that wrote them, contacts, keys; each thing once.</summary>
internal sealed class MispParts(ReportContext context, string eventName)
{
    private readonly JsonArray _attributes = [];
    private readonly JsonArray _objects = [];
    private readonly HashSet<Guid> _known = [];

    /// <summary>Seconds since 1970, as text.</summary>
    public static string Stamp(DateTimeOffset moment) => moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public void Add(ConfirmedCase confirmed)
    {
        if (confirmed.CampaignId is { } campaign)
        {
            AddAttribute(confirmed, "campaign-id", "Attribution", campaign.ToString(CultureInfo.InvariantCulture), isSign: false, "");
        }

        var author = confirmed.IsPitch() && confirmed.Assessed.Post.Author.Length > 0 ? Account(confirmed, confirmed.Assessed.Post.Source, confirmed.Assessed.Post.Author) : (Guid?)null;
        Post(confirmed, author);
        foreach (var contact in confirmed.SellerContacts())
        {
            AddContact(confirmed, contact);
        }

        foreach (var key in confirmed.Assessed.Assessment.Keys)
        {
            AddAttribute(confirmed, "text", "Other", key.Redacted, isSign: false, $"API key of {key.Issuer}, redacted; fingerprint {key.Fingerprint}");
        }
    }

    public void WriteTo(JsonObject made)
    {
        if (_attributes.Count > 0)
        {
            made["Attribute"] = _attributes;
        }

        made["Object"] = _objects;
    }

    private void AddContact(ConfirmedCase confirmed, Contact contact)
    {
        switch (contact.Kind)
        {
            case "url" when WebAddress.Of(contact.Value) is { } url:
                AddAttribute(confirmed, "url", "Network activity", url, isSign: true, "");
                break;
            case "email" when WebAddress.IsMail(contact.Value):
                AddAttribute(confirmed, "email-src", "Social network", contact.Value, isSign: true, "");
                break;
            case "btc":
                AddAttribute(confirmed, "btc", "Financial fraud", contact.Value, isSign: true, "");
                break;
            case "eth" or "tron" or "solana":
                AddAttribute(confirmed, "text", "Financial fraud", contact.Value, isSign: false, $"{contact.Kind} address");
                break;
            case "phone":
                AddObject(confirmed, "phone-number", "c4b5a67c-63d2-11ec-90d6-0242ac120003", "1", "mobile", [("phone-number", "phone-number", "Other", contact.Value)]);
                break;
            default:
                Account(confirmed, contact.Kind, contact.Value);
                break;
        }
    }

    private Guid? Account(ConfirmedCase confirmed, string type, string name) => AddObject(
        confirmed, "user-account", "49606b06-22f0-4ac8-8eee-2f12ad46f3d3", "6", "misc", [("text", "username", "Other", name), ("text", "account-type", "Other", type)]);

    private void Post(ConfirmedCase confirmed, Guid? author)
    {
        var parts = new List<(string Type, string Relation, string Category, string Value)> { ("text", "post", "Other", confirmed.Assessed.Post.Body) };
        if (WebAddress.Of(confirmed.Assessed.Post.Url) is { } url)
        {
            parts.Add(("url", "url", "Network activity", url));
        }

        var id = AddObject(confirmed, "microblog", "8ec8c911-ddbe-4f5b-895b-fbff70c42a60", "20", "misc", parts, $"case {confirmed.CaseId.ToString(CultureInfo.InvariantCulture)}");
        if (id is { } post && author is { } account)
        {
            var made = (JsonObject)_objects[^1]!;
            made["ObjectReference"] = new JsonArray(new JsonObject
            {
                ["uuid"] = context.Id($"misp {eventName} {post} authored-by {account}").ToString(),
                ["object_uuid"] = post.ToString(),
                ["referenced_uuid"] = account.ToString(),
                ["referenced_type"] = "1",
                ["relationship_type"] = "authored-by",
                ["timestamp"] = Stamp(confirmed.ConfirmedAt),
                ["comment"] = "",
                ["deleted"] = false,
            });
        }
    }

    // MISP refuses empty values
    private Guid? AddObject(ConfirmedCase confirmed, string name, string template, string version, string category, List<(string Type, string Relation, string Category, string Value)> parts, string comment = "")
    {
        var filled = parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)).ToList();
        var id = context.Id($"misp {eventName} {name} {comment} {string.Join('\n', filled.Select(p => p.Value))}");
        if (filled.Count == 0 || filled[0] != parts[0] || !_known.Add(id))
        {
            return filled.Count == 0 || filled[0] != parts[0] ? null : id;
        }

        _objects.Add(new JsonObject
        {
            ["uuid"] = id.ToString(),
            ["name"] = name,
            ["template_uuid"] = template,
            ["template_version"] = version,
            ["meta-category"] = category,
            ["distribution"] = "5",
            ["timestamp"] = Stamp(confirmed.ConfirmedAt),
            ["comment"] = comment,
            ["Attribute"] = new JsonArray([.. filled.Select(p => Attribute(confirmed, $"{id} {p.Relation}", p.Type, p.Category, p.Value, isSign: false, "", p.Relation))]),
            ["ObjectReference"] = new JsonArray(),
        });
        return id;
    }

    private void AddAttribute(ConfirmedCase confirmed, string type, string category, string value, bool isSign, string comment)
    {
        var made = Attribute(confirmed, $"{type} {value} {comment}", type, category, value, isSign, comment, null);
        if (!string.IsNullOrWhiteSpace(value) && _known.Add(Guid.Parse((string)made["uuid"]!)))
        {
            _attributes.Add(made);
        }
    }

    private JsonObject Attribute(ConfirmedCase confirmed, string name, string type, string category, string value, bool isSign, string comment, string? relation)
    {
        var made = new JsonObject
        {
            ["uuid"] = context.Id($"misp {eventName} attribute {name}").ToString(),
            ["type"] = type,
            ["category"] = category,
            ["value"] = value,
            ["to_ids"] = isSign,
            ["distribution"] = "5",
            ["timestamp"] = Stamp(confirmed.ConfirmedAt),
            ["comment"] = comment,
            ["disable_correlation"] = false,
        };
        if (relation is not null)
        {
            made["object_relation"] = relation;
        }

        return made;
    }
}
