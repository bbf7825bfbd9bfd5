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
}
