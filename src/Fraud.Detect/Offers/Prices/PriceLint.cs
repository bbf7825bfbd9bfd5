namespace Fraud.Offers;

/// <summary>Looks for gaps, overlaps, stale rows, odd figures and unknown names in a price table.</summary>
public static class PriceLint
{
    /// <summary>Days after which a price that still holds should be read again.</summary>
    public const int StaleDays = 90;

    /// <summary>All faults, by model and place.</summary>
    public static IReadOnlyList<PriceFault> Check(PriceTable table, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(table);
        var official = table.Rows.Where(r => r.Kind == PriceRow.Official).ToList();
        return
        [
            .. official.GroupBy(r => r.Model).SelectMany(Days),
            .. official.SelectMany(Figures),
            .. table.Rows.Where(r => r.Kind is not (PriceRow.Official or PriceRow.PressClaim)).Select(r => new PriceFault(true, r.Model, $"kind \"{r.Kind}\" is unknown.")),
            .. Stale(table, today),
            .. Names(table),
            .. Programmes(table),
        ];
    }

    private static IEnumerable<PriceFault> Days(IGrouping<string, PriceRow> model)
    {
        var rows = model.OrderBy(r => r.ValidFrom ?? DateOnly.MinValue).ToList();
        foreach (var row in rows.Where(r => r.ValidUntil < r.ValidFrom))
        {
            yield return new(true, model.Key, $"ends on {row.ValidUntil:O} before it begins on {row.ValidFrom:O}.");
        }

        foreach (var (before, after) in rows.Zip(rows.Skip(1)))
        {
            if (before.ValidUntil is not { } end || after.ValidFrom is not { } start || start <= end)
            {
                yield return new(true, model.Key, after.ValidFrom is { } first ? $"two rows hold on {first:O}." : "two rows hold on the first day.");
            }
            else if (start.DayNumber - end.DayNumber > 1)
            {
                yield return new(true, model.Key, $"no row between {end:O} and {start:O}.");
            }
        }
    }

    private static IEnumerable<PriceFault> Figures(PriceRow row)
    {
        if (!row.IsReference)
        {
            yield return new(false, row.Model, "lacks an input or output price, so it is never a reference.");
        }

        if (row.Input <= 0 || row.Output <= 0 || row.CacheRead <= 0)
        {
            yield return new(true, row.Model, "a price must be above zero; leave it null where there is none.");
        }

        if (row.Output < row.Input || row.CacheRead > row.Input)
        {
            yield return new(true, row.Model, "output below input or cache above input: the columns may be swapped.");
        }

        if (row.OffPeak is { } low && (low.Input > row.Input || low.Output > row.Output))
        {
            yield return new(true, row.Model, "the off-peak price is above the peak price.");
        }

        if (row.Tiers.Any(t => t.Input < row.Input || t.Output < row.Output) || !row.Tiers.Select(t => t.Above).SequenceEqual(row.Tiers.Select(t => t.Above).Order()))
        {
            yield return new(true, row.Model, "tiers must rise in length and price above the row's own.");
        }

        if (row.Batch is <= 0 or > 1)
        {
            yield return new(true, row.Model, "the batch factor must lie between 0 and 1.");
        }
    }

    private static IEnumerable<PriceFault> Stale(PriceTable table, DateOnly today)
    {
        foreach (var row in table.Rows.Where(r => r.Kind == PriceRow.Official && r.ValidUntil is null && IsStale(r.RetrievedAt, today)))
        {
            yield return new(false, row.Model, $"was last read on {row.RetrievedAt:O}.");
        }

        foreach (var plan in table.Plans.Where(p => IsStale(p.RetrievedAt, today)))
        {
            yield return new(false, plan.Plan, $"was last read on {plan.RetrievedAt:O}.");
        }

        if (IsStale(table.Rates[0].RetrievedAt, today))
        {
            yield return new(false, "fx.json", $"the newest rates were read on {table.Rates[0].RetrievedAt:O}.");
        }

        foreach (var programme in table.Programmes.Where(p => p.ValidUntil is { } end && IsStale(end, today)))
        {
            yield return new(false, programme.Id, $"ended on {programme.ValidUntil:O}; it stays for older posts.");
        }
    }

    private static bool IsStale(DateOnly read, DateOnly today) => today.DayNumber - read.DayNumber > StaleDays;

    private static IEnumerable<PriceFault> Names(PriceTable table)
    {
        var models = table.Rows.Select(r => r.Model).ToHashSet(StringComparer.Ordinal);
        var families = table.Rows.Select(r => r.Family).ToHashSet(StringComparer.Ordinal);
        foreach (var nickname in table.Aliases.Models.Where(m => !models.Contains(m.Model)))
        {
            yield return new(true, nickname.Model, "is named in aliases.json but has no price row.");
        }

        foreach (var family in table.Aliases.Families.SelectMany(f => f.Members.DefaultIfEmpty(f.Family)).Where(f => !families.Contains(f)).Distinct())
        {
            yield return new(true, family, "is named in aliases.json but has no price row.");
        }

        foreach (var family in families.Except(table.Aliases.Families.Select(f => f.Family)))
        {
            yield return new(true, family, "has price rows but no entry in aliases.json.");
        }

        var names = table.Aliases.Models.SelectMany(m => m.Aliases).Concat(table.Aliases.Families.SelectMany(f => f.Aliases)).Concat(table.Plans.SelectMany(p => p.Aliases.Concat(p.Weak)));
        foreach (var twice in names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return new(true, twice.Key, "names more than one thing.");
        }
    }

    private static IEnumerable<PriceFault> Programmes(PriceTable table)
    {
        var providers = table.Rows.Select(r => r.Provider).ToHashSet(StringComparer.Ordinal);
        foreach (var programme in table.Programmes)
        {
            foreach (var provider in programme.Providers.Where(p => !providers.Contains(p)))
            {
                yield return new(true, programme.Id, $"names the provider {provider}, which has no price row.");
            }

            if (programme.Fraction is <= 0 or > 1 || programme.Cues.Count == 0)
            {
                yield return new(true, programme.Id, "needs a fraction between 0 and 1 and at least one cue.");
            }
        }
    }
}
