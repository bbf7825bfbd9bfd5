using System.Collections.Frozen;

namespace Fraud.Offers;

/// <summary>Dated official prices, exchange rates, subscriptions and discount programmes. Immutable; a reload is a new table.</summary>
public sealed class PriceTable
{
    private readonly FrozenDictionary<string, PriceRow[]> _byName;
    private readonly PriceRow[] _references;
    private readonly ExchangeRates[] _rates;
    private readonly FrozenDictionary<string, SubscriptionPlan> _plans;

    /// <summary>A table of these rows, plans, programmes, rates and names.</summary>
    /// <exception cref="InvalidDataException">There is no reference row, or a currency has no rate.</exception>
    public PriceTable(
        IReadOnlyList<PriceRow> rows, IReadOnlyList<SubscriptionPlan> plans, IReadOnlyList<DiscountProgramme> programmes, IReadOnlyList<ExchangeRates> rates, ModelAliases aliases)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(aliases);
        (Rows, Plans, Programmes, Aliases) = (rows, plans, programmes, aliases);
        _references = [.. rows.Where(r => r.IsReference).OrderBy(r => r.ValidFrom?.DayNumber ?? 0)];
        _rates = [.. rates.OrderByDescending(r => r.ValidFrom?.DayNumber ?? 0)];
        _plans = plans.DistinctBy(p => p.Plan).ToFrozenDictionary(p => p.Plan);
        Validate();
        _byName = Index().ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>All rows, press claims included.</summary>
    public IReadOnlyList<PriceRow> Rows { get; }

    /// <summary>Subscriptions.</summary>
    public IReadOnlyList<SubscriptionPlan> Plans { get; }

    /// <summary>Discounts that exist.</summary>
    public IReadOnlyList<DiscountProgramme> Programmes { get; }

    /// <summary>Names of models and families.</summary>
    public ModelAliases Aliases { get; }

    /// <summary>Exchange rates, newest first.</summary>
    public IReadOnlyList<ExchangeRates> Rates => _rates;

    /// <summary>Reads the folder that holds official.jsonl, fx.json, subscriptions.json, programmes.json and aliases.json.</summary>
    /// <exception cref="InvalidDataException">A file is missing or not as expected; the message names it.</exception>
    public static PriceTable Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new(PriceFiles.Rows(folder), PriceFiles.Plans(folder), PriceFiles.Programmes(folder), PriceFiles.Rates(folder), PriceFiles.Aliases(folder));
    }

    /// <summary>The official row of a model on a day, or the cheapest of a family; null means the newest. A day outside the record takes the nearest row.</summary>
    /// <returns>Null when the name is unknown.</returns>
    public PriceRow? FindAt(string model, DateOnly? day) => _byName.TryGetValue(model, out var rows) ? CheapestOf(rows, day) : null;

    /// <summary>The cheapest official input price of a day: the reference, in the seller's favour, when no model is named.</summary>
    public PriceRow Cheapest(DateOnly? day) => CheapestOf(_references, day);

    /// <summary>The plan of this id; null when unknown.</summary>
    public SubscriptionPlan? FindPlan(string plan) => _plans.GetValueOrDefault(plan);

    /// <summary>Whether amounts in this currency can be compared.</summary>
    public bool Knows(string currency) => PerUsd(currency, null) > 0;

    /// <summary>An amount in USD at the rate of the day; NaN for an unknown currency.</summary>
    public double ToUsd(double amount, string currency, DateOnly? day) => amount / PerUsd(currency, day);

    /// <summary>Input price in USD.</summary>
    public double InputUsd(PriceRow row, DateOnly? day) => ToUsd(row.Input ?? double.NaN, row.Currency, day);

    private double PerUsd(string currency, DateOnly? day)
    {
        foreach (var set in _rates)
        {
            if ((set.ValidFrom is null || day is null || set.ValidFrom <= day) && set.PerUsd.TryGetValue(currency, out var rate))
            {
                return rate;
            }
        }

        return double.NaN;
    }

    private PriceRow CheapestOf(PriceRow[] rows, DateOnly? day)
    {
        var on = day ?? DateOnly.MaxValue;
        PriceRow? best = null;
        foreach (var row in rows)
        {
            if (row.IsValidOn(on) && (best is null || InputUsd(row, day) < InputUsd(best, day)))
            {
                best = row;
            }
        }

        return best ?? Nearest(rows, on);
    }

    // Rows stand in order of their first day: before the record the first counts, after it the one that ended last
    private static PriceRow Nearest(PriceRow[] rows, DateOnly day) =>
        Array.FindLast(rows, r => (r.ValidFrom ?? DateOnly.MinValue) <= day) ?? rows[0];

    private Dictionary<string, PriceRow[]> Index()
    {
        var index = _references.GroupBy(r => r.Family).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        foreach (var group in Aliases.Families.Where(f => f.Members.Any(index.ContainsKey)))
        {
            index[group.Family] = [.. _references.Where(r => group.Members.Contains(r.Family))];
        }

        foreach (var model in _references.GroupBy(r => r.Model))
        {
            index[model.Key] = [.. model];
        }

        return index;
    }

    private void Validate()
    {
        if (_references.Length == 0)
        {
            throw new InvalidDataException("Prices: there is no official row with an input and an output price.");
        }

        var unknown = _references.Select(r => r.Currency).Concat(Plans.Select(p => p.Currency)).FirstOrDefault(c => !Knows(c));
        if (unknown is not null)
        {
            throw new InvalidDataException($"Prices: there is no exchange rate for {unknown}.");
        }
    }
}
