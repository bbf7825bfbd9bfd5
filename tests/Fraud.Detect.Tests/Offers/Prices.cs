using Fraud.Offers;
using Fraud.Testing;

namespace Fraud.Tests.Offers;

/// <summary>The project's own price table and small ones made for a test.</summary>
internal static class Prices
{
    public static DateOnly Read { get; } = new(2026, 11, 21);

    public static PriceTable Real { get; } = PriceTable.Load(Path.Combine(Repo.Models, "prices"));

    public static ExchangeRates Fixture { get; } = new()
    {
        Source = "test",
        RetrievedAt = Read,
        PerUsd = new Dictionary<string, double> { ["USD"] = 1, ["USDT"] = 1, ["CNY"] = 7, ["HKD"] = 7.8, ["TWD"] = 32, ["JPY"] = 150 },
    };

    /// <summary>The real prices at the fixture's exchange rates.</summary>
    public static PriceTable AtFixtureRates { get; } = new(Real.Rows, Real.Plans, Real.Programmes, [Fixture], Real.Aliases);

    public static PriceRow Row(string model = "m-1", double input = 1, double output = 4, string? from = null, string? until = null) => new()
    {
        Provider = "maker",
        Model = model,
        Family = "m",
        Currency = "USD",
        Input = input,
        Output = output,
        ValidFrom = from is null ? null : DateOnly.Parse(from, null),
        ValidUntil = until is null ? null : DateOnly.Parse(until, null),
        Confidence = "A",
        Source = "test",
        RetrievedAt = Read,
    };

    public static PriceTable Table(params PriceRow[] rows) =>
        new(rows, [], [], [Fixture], new() { Families = [new() { Family = "m", Aliases = ["m"] }] });
}
