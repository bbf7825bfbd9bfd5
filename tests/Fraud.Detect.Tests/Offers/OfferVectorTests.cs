using System.Globalization;
using System.Text.Json;
using Fraud.Findings;
using Fraud.Offers;
using Fraud.Testing;
using Fraud.Tests.Canonical;

namespace Fraud.Tests.Offers;

public class OfferVectorTests
{
    private static readonly OfferParser Parser = new(Prices.AtFixtureRates);

    public static TheoryData<string, string> Vectors()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in new[] { "vectors.jsonl", "vectors-own.jsonl" }.SelectMany(f => File.ReadLines(Repo.TestFile("Fraud.Detect.Tests", "Offers", f))))
        {
            using var json = JsonDocument.Parse(line);
            data.Add(json.RootElement.GetProperty("id").GetString()!, line);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void An_offer_is_read_as_meant(string id, string line)
    {
        Assert.NotEmpty(id);
        using var json = JsonDocument.Parse(line);
        var expected = json.RootElement;
        var day = expected.TryGetProperty("as_of", out var on) ? DateOnly.Parse(on.GetString()!, CultureInfo.InvariantCulture) : new(2026, 5, 15);
        var offer = Parser.Parse(Views.Of(expected.GetProperty("text").GetString()!), new() { PostedOn = day });

        Assert.Equal(Text(expected, "kind") ?? "none", offer?.Kind ?? "none");
        Assert.Equal([], Differences(expected, offer));
    }

    private static IEnumerable<string> Differences(JsonElement expected, Offer? offer) =>
    [
        .. Numbers(expected, "quantity_tokens", offer?.QuantityTokens), .. Numbers(expected, "price", offer?.Price), .. Numbers(expected, "credit_usd", offer?.CreditUsd),
        .. Numbers(expected, "months", offer?.Months), .. Numbers(expected, "heads", offer?.Heads), .. Numbers(expected, "usd_per_1m", offer?.UsdPer1M), .. Numbers(expected, "ref_usd_per_1m", offer?.RefUsdPer1M),
        .. Numbers(expected, "pay_fraction", offer?.PayFraction), .. Numbers(expected, "discount_vs_blend", offer?.DiscountVsBlend), .. Numbers(expected, "apr", offer?.Apr), .. Numbers(expected, "multiplier", offer?.Multiplier),
        .. Words(expected, "currency", offer?.Currency), .. Words(expected, "model", offer?.Model), .. Words(expected, "plan", offer?.Model), .. Words(expected, "side", offer?.Side), .. Words(expected, "tier", offer?.Tier),
        .. Words(expected, "programme", offer?.Programme), .. Flags(expected, "below_floor", offer?.BelowFloor), .. Flags(expected, "lower_bound", offer?.LowerBound),
    ];

    private static IEnumerable<string> Numbers(JsonElement expected, string name, double? actual)
    {
        if (expected.TryGetProperty(name, out var value) && !(value.ValueKind == JsonValueKind.Null ? actual is null : actual is not null && Math.Abs(actual.Value - value.GetDouble()) <= Math.Max(1e-6, Math.Abs(value.GetDouble()) * 1e-6)))
        {
            yield return $"{name}: {value} expected, {actual} found";
        }
    }

    private static IEnumerable<string> Words(JsonElement expected, string name, string? actual)
    {
        if (expected.TryGetProperty(name, out _) && (Text(expected, name) ?? "") != (actual ?? ""))
        {
            yield return $"{name}: {Text(expected, name)} expected, {actual} found";
        }
    }

    private static IEnumerable<string> Flags(JsonElement expected, string name, bool? actual)
    {
        if (expected.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null && value.GetBoolean() != actual)
        {
            yield return $"{name}: {value} expected, {actual} found";
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
