using Fraud.Offers;

namespace Fraud.Tests.Offers;

public class PriceLintTests
{
    private static string Faults(params PriceRow[] rows) => string.Join('\n', PriceLint.Check(Prices.Table(rows), Prices.Read));

    [Fact]
    public void The_project_s_own_prices_have_no_error() => Assert.DoesNotContain(PriceLint.Check(Prices.Real, Prices.Read), f => f.IsError);

    [Fact]
    public void A_sound_table_has_no_fault() => Assert.Equal("", Faults(Prices.Row(until: "2026-01-31"), Prices.Row(from: "2026-02-01")));

    [Fact]
    public void An_overlap_is_found() => Assert.Contains("two rows hold on 2026-01-31", Faults(Prices.Row(until: "2026-01-31"), Prices.Row(from: "2026-01-31")), StringComparison.Ordinal);

    [Fact]
    public void A_gap_is_found() => Assert.Contains("no row between", Faults(Prices.Row(until: "2026-01-30"), Prices.Row(from: "2026-02-01")), StringComparison.Ordinal);

    [Fact]
    public void An_open_end_before_another_row_is_an_overlap() => Assert.Contains("two rows", Faults(Prices.Row(), Prices.Row(from: "2026-02-01")), StringComparison.Ordinal);

    [Fact]
    public void Swapped_columns_are_found() => Assert.Contains("swapped", Faults(Prices.Row(input: 4, output: 1)), StringComparison.Ordinal);

    [Fact]
    public void A_stale_row_asks_for_a_look()
    {
        var fault = Assert.Single(PriceLint.Check(Prices.Table(Prices.Row() with { RetrievedAt = Prices.Read.AddDays(-91) }), Prices.Read));
        Assert.False(fault.IsError);
    }

    [Fact]
    public void A_row_that_has_ended_is_never_stale() =>
        Assert.Equal("", Faults(Prices.Row(until: "2026-01-31") with { RetrievedAt = new(2026, 1, 1) }, Prices.Row(from: "2026-02-01")));

    [Fact]
    public void An_alias_without_prices_is_found()
    {
        var aliases = new ModelAliases { Families = [new() { Family = "m" }], Models = [new() { Model = "ghost", Aliases = ["boo"] }] };
        Assert.Contains(PriceLint.Check(new([Prices.Row()], [], [], [Prices.Fixture], aliases), Prices.Read), f => f is { IsError: true, Where: "ghost" });
    }

    [Fact]
    public void A_name_for_two_things_is_found()
    {
        var aliases = new ModelAliases { Families = [new() { Family = "m", Aliases = ["M one", "m ONE"] }] };
        Assert.Contains(PriceLint.Check(new([Prices.Row()], [], [], [Prices.Fixture], aliases), Prices.Read), f => f.What.Contains("more than one", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tier_cheaper_than_the_row_is_found() =>
        Assert.Contains("tiers", Faults(Prices.Row() with { Tiers = [new() { Above = 10, Input = 0.5, Output = 5 }] }), StringComparison.Ordinal);
}
