using Fraud.Offers;

namespace Fraud.Tests.Offers;

public class PriceTableTests
{
    [Theory]
    [InlineData("gpt-5.6-luna", "2026-07-29", 1.0)]
    [InlineData("gpt-5.6-luna", "2026-07-30", 0.2)]
    [InlineData("claude-sonnet-5-5", "2026-10-06", 2.0)]
    [InlineData("deepseek-v4-flash", "2026-08-16", 0.14)]
    [InlineData("deepseek-v4-flash", "2026-08-17", 0.44)]
    public void A_price_is_the_one_of_the_day(string model, string day, double input) =>
        Assert.Equal(input, Prices.Real.FindAt(model, DateOnly.Parse(day, null))!.Input);

    [Fact]
    public void Without_a_day_the_newest_row_counts() => Assert.Equal(0.2, Prices.Real.FindAt("gpt-5.6-luna", null)!.Input);

    [Theory]
    [InlineData("2026-05-15", 5.0)]
    [InlineData("2026-10-01", 4.0)]
    public void A_family_stands_for_its_cheapest_model_of_the_day(string day, double input) =>
        Assert.Equal(input, Prices.Real.FindAt("opus", DateOnly.Parse(day, null))!.Input);

    [Fact]
    public void A_group_takes_in_its_families() => Assert.Equal("haiku", Prices.Real.FindAt("claude", new(2026, 5, 15))!.Family);

    [Fact]
    public void Before_the_record_the_first_row_counts_and_after_it_the_last()
    {
        var table = Prices.Table(Prices.Row(input: 3, from: "2026-02-01", until: "2026-02-28"), Prices.Row(input: 2, from: "2026-03-01", until: "2026-03-31"));
        Assert.Equal(3, table.FindAt("m-1", new(2025, 1, 1))!.Input);
        Assert.Equal(2, table.FindAt("m-1", new(2027, 1, 1))!.Input);
    }

    [Fact]
    public void An_unknown_model_has_no_row() => Assert.Null(Prices.Real.FindAt("no-such-model", null));

    [Fact]
    public void A_press_claim_is_kept_but_never_a_reference()
    {
        Assert.Contains(Prices.Real.Rows, r => r is { Kind: PriceRow.PressClaim, Model: "gpt-5.4", Output: 15 });
        Assert.Equal(PriceRow.Official, Prices.Real.FindAt("kimi-k2.5", new(2026, 5, 1))!.Kind);
    }

    [Fact]
    public void The_cheapest_reference_is_a_row_with_both_prices()
    {
        var row = Prices.Real.Cheapest(new(2026, 5, 15));
        Assert.True(row.IsReference);
        Assert.Equal(0.8 / 7, Prices.AtFixtureRates.InputUsd(row, null), 6);
    }

    [Fact]
    public void A_long_prompt_pays_its_tier_while_the_tier_lasts()
    {
        var row = Prices.Real.FindAt("claude-opus-4-6", null)!;
        Assert.Equal(10, row.ForPrompt(300_000, new(2026, 3, 1)).Input);
        Assert.Equal(5, row.ForPrompt(300_000, new(2026, 4, 1)).Input);
        Assert.Equal(5, row.ForPrompt(1_000, new(2026, 3, 1)).Input);
    }

    [Fact]
    public void A_rate_holds_from_its_day_on()
    {
        var later = Prices.Fixture with { ValidFrom = new(2026, 6, 1), PerUsd = new Dictionary<string, double> { ["CNY"] = 6 } };
        var table = new PriceTable([Prices.Row()], [], [], [Prices.Fixture, later], new());
        Assert.Equal(1, table.ToUsd(7, "CNY", new(2026, 5, 31)));
        Assert.Equal(1, table.ToUsd(6, "CNY", null));
        Assert.True(double.IsNaN(table.ToUsd(1, "XXX", null)));
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("official.jsonl", Assert.Throws<InvalidDataException>(() => PriceTable.Load(Path.GetTempPath() + "no-such-folder")).Message, StringComparison.Ordinal);
}
