namespace Fraud.Offers;

/// <summary>Input, output and cache price of one tariff, per million tokens.</summary>
public sealed record PriceSet
{
    /// <summary>Currency; empty when that of the row.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Input price.</summary>
    public double? Input { get; init; }

    /// <summary>Output price.</summary>
    public double? Output { get; init; }

    /// <summary>Price of cached input.</summary>
    public double? CacheRead { get; init; }
}
