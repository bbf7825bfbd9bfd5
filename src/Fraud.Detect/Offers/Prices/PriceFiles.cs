using System.Text.Json;

namespace Fraud.Offers;

/// <summary>Reads the files of a price folder; a fault is one sentence with the file and line.</summary>
internal static class PriceFiles
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip };

    public static List<PriceRow> Rows(string folder)
    {
        var rows = new List<PriceRow>();
        var number = 0;
        foreach (var line in Lines(folder, "official.jsonl"))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                rows.Add(Parse(line, $"official.jsonl line {number}", PriceReader.Row));
            }
        }

        return rows;
    }

    public static ModelAliases Aliases(string folder) => Read(folder, "aliases.json", PriceReader.Aliases);

    public static IReadOnlyList<SubscriptionPlan> Plans(string folder) => Read(folder, "subscriptions.json", f => PriceReader.NotedList(f, "plans", PriceReader.Plan));

    public static IReadOnlyList<DiscountProgramme> Programmes(string folder) => Read(folder, "programmes.json", f => PriceReader.NotedList(f, "programmes", PriceReader.Programme));

    public static IReadOnlyList<ExchangeRates> Rates(string folder) => Read(folder, "fx.json", f => PriceReader.NotedList(f, "rates", PriceReader.Rates));

    private static T Read<T>(string folder, string file, Func<JsonObjectReader, T> read) => Parse(string.Join('\n', Lines(folder, file)), file, read);

    private static string[] Lines(string folder, string file)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(folder, file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"Prices: {file} cannot be read: {fault.Message}", fault);
        }
    }

    private static T Parse<T>(string json, string place, Func<JsonObjectReader, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return JsonObjectReader.Read(document.RootElement, read);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"Prices: {place} is not as expected: {fault.Message}", fault);
        }
    }
}
