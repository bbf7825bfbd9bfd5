namespace Fraud.Posts;

/// <summary>What one run over a source did.</summary>
public sealed record CrawlReport
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Targets visited, failures included.</summary>
    public int Visits { get; init; }

    /// <summary>Visits that failed.</summary>
    public int Failures { get; init; }

    /// <summary>Posts stored that were not known before.</summary>
    public int NewPosts { get; init; }
}
