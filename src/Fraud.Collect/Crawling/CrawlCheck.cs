namespace Fraud.Collect.Crawling;

/// <summary>One thing that can keep a page from being fetched.</summary>
/// <param name="Name">Permanent word: "source", "enabled", "paused", "scope", "trap", "guard", "robots", "depth", "budget", "duplicate", "visited", "lease", "pace".</param>
/// <param name="Passed">Whether it lets the page through.</param>
/// <param name="Detail">One sentence.</param>
public sealed record CrawlCheck(string Name, bool Passed, string Detail);
