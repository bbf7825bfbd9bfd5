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

    /// <summary>Greatest present delay between two requests to one of its hosts; zero when none was asked yet.</summary>
    public TimeSpan Pace { get; init; }

    /// <summary>Outcome of its newest failed visit in the diary, such as "throttled"; empty when there is none.</summary>
    public string LastFault { get; init; } = "";

    /// <summary>When its next page falls due; null when none will.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Since when it is paused; null when it is not.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Alerts for 1,000 posts.</summary>
    public double Yield => Posts == 0 ? 0 : 1000.0 * Alerts / Posts;

    /// <summary>Last visit that stored or confirmed a page; null when none yet.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }
}
