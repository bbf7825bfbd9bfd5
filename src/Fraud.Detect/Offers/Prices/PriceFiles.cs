using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fraud.Offers;

/// <summary>Reads the files of a price folder; a fault is one sentence with the file and line.</summary>
internal static class PriceFiles
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public static List<PriceRow> Rows(string folder)
    {
        var rows = new List<PriceRow>();
        var number = 0;
        foreach (var line in Lines(folder, "official.jsonl"))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                rows.Add(Parse<PriceRow>(line, $"official.jsonl line {number}"));
            }
        }

        return rows;
    }

    public static ModelAliases Aliases(string folder) => Read<ModelAliases>(folder, "aliases.json");

    public static IReadOnlyList<SubscriptionPlan> Plans(string folder) => Read<PlanFile>(folder, "subscriptions.json").Plans;

    public static IReadOnlyList<DiscountProgramme> Programmes(string folder) => Read<ProgrammeFile>(folder, "programmes.json").Programmes;

    public static IReadOnlyList<ExchangeRates> Rates(string folder) => Read<RateFile>(folder, "fx.json").Rates;

    private static T Read<T>(string folder, string file) => Parse<T>(string.Join('\n', Lines(folder, file)), file);

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

    private static T Parse<T>(string json, string place)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException($"Prices: {place} is empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"Prices: {place} is not as expected: {fault.Message}", fault);
        }
    }

    private sealed record PlanFile(string Note, IReadOnlyList<SubscriptionPlan> Plans);

    private sealed record ProgrammeFile(string Note, IReadOnlyList<DiscountProgramme> Programmes);

    private sealed record RateFile(string Note, IReadOnlyList<ExchangeRates> Rates);
}
