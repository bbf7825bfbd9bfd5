namespace Fraud.Posts;

/// <summary>One URL the crawler owes a visit.</summary>
public sealed record CrawlTarget
{
    /// <summary>Name of the source that asked for it.</summary>
    public required string Source { get; init; }

    /// <summary>Absolute URL without fragment.</summary>
    public required string Url { get; init; }

    /// <summary>Links followed since a start URL of the source.</summary>
    public int Depth { get; init; }

    /// <summary>ETag of the last stored answer, for a conditional request; empty when none.</summary>
    public string ETag { get; init; } = "";

    /// <summary>Last-Modified of the last stored answer, as sent; empty when none.</summary>
    public string LastModified { get; init; } = "";

    /// <summary>Visits in a row that failed.</summary>
    public int Failures { get; init; }

    /// <summary>Which targets of a host come first; see <see cref="CrawlPriority"/>.</summary>
    public int Priority { get; init; }

    /// <summary>Time between its last two visits as the crawler set it; zero before the second one.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>Hash of the visible text as last stored; null before that.</summary>
    public long? TextHash { get; init; }
}
