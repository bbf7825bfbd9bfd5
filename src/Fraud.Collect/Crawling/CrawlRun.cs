namespace Fraud.Collect.Crawling;

/// <summary>What one run over a source came to.</summary>
public sealed record CrawlRun
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Pages asked for.</summary>
    public int Visited { get; init; }

    /// <summary>Pages that came and were read.</summary>
    public int Stored { get; init; }

    /// <summary>Pages that had not changed.</summary>
    public int Unchanged { get; init; }

    /// <summary>Pages not fetched or not readable.</summary>
    public int Failed { get; init; }

    /// <summary>Posts read.</summary>
    public int Posts { get; init; }

    /// <summary>Posts not stored before.</summary>
    public int NewPosts { get; init; }
}
