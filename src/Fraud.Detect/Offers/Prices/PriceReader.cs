using System.Text.Json;

namespace Fraud.Offers;

/// <summary>The records of a price folder from their JSON.</summary>
internal static class PriceReader
{
    public static PriceRow Row(JsonObjectReader json) => new()
    {
        Provider = json.Text("provider"),
        Model = json.Text("model"),
        Family = json.Text("family"),
        Currency = json.Text("currency"),
        Input = json.NumberOrNull("input"),
        Output = json.NumberOrNull("output"),
        CacheRead = json.NumberOrNull("cache_read"),
        Tiers = json.List("tiers", Tier),
        Batch = json.NumberOrNull("batch"),
        OffPeak = json.One("off_peak", Set),
        Local = json.One("local", Set),
        ValidFrom = json.DayOrNull("valid_from"),
        ValidUntil = json.DayOrNull("valid_until"),
        Kind = json.Text("kind", PriceRow.Official),
        Confidence = json.Text("confidence"),
        Source = json.Text("source"),
        RetrievedAt = json.Day("retrieved_at"),
        Note = json.Text("note", ""),
    };

    public static ModelAliases Aliases(JsonObjectReader json) => new()
    {
        Note = json.Text("note", ""),
        Families = json.List("families", Family),
        Models = json.List("models", Nickname),
    };

    public static SubscriptionPlan Plan(JsonObjectReader json) => new()
    {
        Plan = json.Text("plan"),
        Provider = json.Text("provider"),
        Currency = json.Text("currency"),
        Monthly = json.Number("monthly"),
        Aliases = json.Texts("aliases"),
        Weak = json.Texts("weak"),
        Confidence = json.Text("confidence"),
        Source = json.Text("source"),
        RetrievedAt = json.Day("retrieved_at"),
    };

    public static DiscountProgramme Programme(JsonObjectReader json) => new()
    {
        Id = json.Text("id"),
        Providers = json.Texts("providers"),
        Fraction = json.Number("fraction"),
        Cues = json.Has("cues") ? json.Texts("cues") : throw new JsonException("the property cues is missing"),
        Transferable = json.Flag("transferable"),
        ValidFrom = json.DayOrNull("valid_from"),
        ValidUntil = json.DayOrNull("valid_until"),
        Source = json.Text("source"),
        En = json.Text("en"),
        Zh = json.Text("zh"),
    };

    public static ExchangeRates Rates(JsonObjectReader json) => new()
    {
        ValidFrom = json.DayOrNull("valid_from"),
        Source = json.Text("source"),
        RetrievedAt = json.Day("retrieved_at"),
        PerUsd = json.Numbers("per_usd"),
    };

    /// <summary>A file that is a note and one list.</summary>
    public static IReadOnlyList<T> NotedList<T>(JsonObjectReader json, string name, Func<JsonObjectReader, T> read)
    {
        json.Text("note", "");
        return json.List(name, read);
    }

    private static PriceTier Tier(JsonObjectReader json) => new()
    {
        Above = json.Whole("above"),
        Input = json.Number("input"),
        Output = json.Number("output"),
        CacheRead = json.NumberOrNull("cache_read"),
        ValidUntil = json.DayOrNull("valid_until"),
    };

    private static PriceSet Set(JsonObjectReader json) => new()
    {
        Currency = json.Text("currency", ""),
        Input = json.NumberOrNull("input"),
        Output = json.NumberOrNull("output"),
        CacheRead = json.NumberOrNull("cache_read"),
    };

    private static ModelFamily Family(JsonObjectReader json) => new()
    {
        Family = json.Text("family"),
        Members = json.Texts("members"),
        Aliases = json.Texts("aliases"),
    };

    private static ModelNickname Nickname(JsonObjectReader json) => new()
    {
        Model = json.Text("model"),
        Aliases = json.Texts("aliases"),
    };
}
