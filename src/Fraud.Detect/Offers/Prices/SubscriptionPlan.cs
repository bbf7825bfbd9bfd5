namespace Fraud.Offers;

/// <summary>A subscription and its list price for one month and one person.</summary>
public sealed record SubscriptionPlan
{
    /// <summary>Plan id, such as "chatgpt-plus".</summary>
    public required string Plan { get; init; }

    /// <summary>Provider, lower case.</summary>
    public required string Provider { get; init; }

    /// <summary>Currency of the list price.</summary>
    public required string Currency { get; init; }

    /// <summary>List price for a month.</summary>
    public required double Monthly { get; init; }

    /// <summary>Names that mean this plan wherever they stand.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names that mean it only beside words of a subscription.</summary>
    public IReadOnlyList<string> Weak { get; init; } = [];

    /// <summary>A, B or C, as for a price row.</summary>
    public required string Confidence { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    /// <summary>When it was read.</summary>
    public required DateOnly RetrievedAt { get; init; }
}
