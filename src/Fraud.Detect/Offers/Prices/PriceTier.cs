namespace Fraud.Offers;

/// <summary>Prices for prompts longer than a limit.</summary>
public sealed record PriceTier
{
    /// <summary>Prompt length in tokens above which the tier holds.</summary>
    public required long Above { get; init; }

    /// <summary>Input price.</summary>
    public required double Input { get; init; }

    /// <summary>Output price.</summary>
    public required double Output { get; init; }

    /// <summary>Price of cached input; null when that of the row goes on.</summary>
    public double? CacheRead { get; init; }

    /// <summary>Last day of the tier; null when it lasts as long as the row.</summary>
    public DateOnly? ValidUntil { get; init; }
}
