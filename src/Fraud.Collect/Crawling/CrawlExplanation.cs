namespace Fraud.Collect.Crawling;

/// <summary>Why a page is, or is not, crawled.</summary>
public sealed record CrawlExplanation
{
    /// <summary>The URL asked about.</summary>
    public required string Url { get; init; }

    /// <summary>The source whose page it is; empty when none covers it.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether it would be fetched now.</summary>
    public required bool Crawled { get; init; }

    /// <summary>The first thing in the way; "nothing is in the way" when there is none.</summary>
    public required string Why { get; init; }

    /// <summary>Everything that was looked at, in order.</summary>
    public required IReadOnlyList<CrawlCheck> Checks { get; init; }
}
