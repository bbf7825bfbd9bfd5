namespace Fraud.Posts;

/// <summary>How one visit ended and what it yielded; stored whole in one transaction or not at all.</summary>
public sealed record CrawlVisit
{
    /// <summary>The target that was visited.</summary>
    public required CrawlTarget Target { get; init; }

    /// <summary>Short outcome word: "stored", "unchanged", "gone", "refused-by-robots", "failed", "too-large", …</summary>
    public required string Outcome { get; init; }

    /// <summary>One line on why, when not stored; no page text.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The page to freeze; null when nothing new came.</summary>
    public PageCapture? Page { get; init; }

    /// <summary>Posts read from the page.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>Links to visit next; those known already are ignored by the store.</summary>
    public IReadOnlyList<CrawlTarget> Discovered { get; init; } = [];

    /// <summary>ETag to remember; empty when none.</summary>
    public string ETag { get; init; } = "";

    /// <summary>Last-Modified to remember; empty when none.</summary>
    public string LastModified { get; init; } = "";

    /// <summary>When to visit again; null means never.</summary>
    public DateTimeOffset? DueAgainAt { get; init; }

    /// <summary>Whether it counts as a failure of the source: anything but a page, no change, "gone" or "refused-by-robots".</summary>
    public bool IsFailure => Outcome is not ("stored" or "unchanged" or "gone" or "refused-by-robots");
}
