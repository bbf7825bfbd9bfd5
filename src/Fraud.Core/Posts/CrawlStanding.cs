namespace Fraud.Posts;

/// <summary>What the frontier knows of a page, its host and its source.</summary>
public sealed record CrawlStanding
{
    /// <summary>Whether the page is a target of the source.</summary>
    public bool Known { get; init; }

    /// <summary>When it is due; null for never, or when it is not known. On loan it is the loan's end.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Links followed to it.</summary>
    public int Depth { get; init; }

    /// <summary>Its place among the host's pages; see <see cref="CrawlPriority"/>.</summary>
    public int Priority { get; init; }

    /// <summary>Visits in a row that failed.</summary>
    public int Failures { get; init; }

    /// <summary>Outcome of the last visit; empty before the first, or when the diary no longer holds it.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Why the last visit ended so; empty when it brought a page.</summary>
    public string Detail { get; init; } = "";

    /// <summary>When it was last visited.</summary>
    public DateTimeOffset? VisitedAt { get; init; }

    /// <summary>Pages of the source known on its host.</summary>
    public long HostTargets { get; init; }

    /// <summary>The process that holds its host; empty when none does.</summary>
    public string HostOwner { get; init; } = "";

    /// <summary>Until when the host is held; in the past when nobody holds it.</summary>
    public DateTimeOffset HostLeasedUntil { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>When the host may be asked next.</summary>
    public DateTimeOffset HostNextAt { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The host's delay between two requests, as last measured.</summary>
    public TimeSpan HostDelay { get; init; }

    /// <summary>Since when the source is paused; null when it is not.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Who paused it.</summary>
    public string PausedBy { get; init; } = "";
}
