namespace Fraud.Posts;

/// <summary>How a source is doing.</summary>
public sealed record SourceHealth
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Targets known.</summary>
    public long Targets { get; init; }

    /// <summary>Targets due now.</summary>
    public long Backlog { get; init; }

    /// <summary>Targets on loan to a crawler, or left by one that died, that were never visited.</summary>
    public long Unvisited { get; init; }

    /// <summary>Posts stored.</summary>
    public long Posts { get; init; }

    /// <summary>Posts that led to an alert.</summary>
    public long Alerts { get; init; }

    /// <summary>Failed visits in the last 24 hours.</summary>
    public long Failures { get; init; }

    /// <summary>Last visit that stored or confirmed a page; null when none yet.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }
}
