namespace Fraud.Offers;

/// <summary>Units of each currency for one USD over one stretch of days.</summary>
public sealed record ExchangeRates
{
    /// <summary>First day; null for the oldest set.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Where they were read.</summary>
    public required string Source { get; init; }

    /// <summary>When they were read.</summary>
    public required DateOnly RetrievedAt { get; init; }

    /// <summary>Units for one USD by ISO 4217 code or "USDT".</summary>
    public required IReadOnlyDictionary<string, double> PerUsd { get; init; }
}
