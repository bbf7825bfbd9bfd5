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

    /// <summary>Time until the next visit, to be remembered; zero when there is none.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>What the visible text is like; null when it was not looked at. A page with exactly the text of another one of its host is stored as "duplicate": neither kept nor followed.</summary>
    public PageFingerprint? Fingerprint { get; init; }

    /// <summary>Pages of one host with nearly the same text from which on the links of such a page are not followed; 0 = no bound.</summary>
    public int MaxAlike { get; init; }

    /// <summary>Most targets of the source on one host; links beyond are dropped; 0 = no bound.</summary>
    public int MaxPerHost { get; init; }

    /// <summary>When the host may be asked again; null leaves what is known.</summary>
    public DateTimeOffset? HostFreeAt { get; init; }

    /// <summary>The host's present delay between two requests.</summary>
    public TimeSpan HostDelay { get; init; }

    /// <summary>Whether it counts as a failure of the source: anything but a page, no change, "gone", "duplicate", "not-now" or "refused-by-robots".</summary>
    public bool IsFailure => Outcome is not ("stored" or "unchanged" or "gone" or "refused-by-robots" or "duplicate" or "not-now");
}
