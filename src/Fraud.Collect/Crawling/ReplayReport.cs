namespace Fraud.Collect.Crawling;

/// <summary>What a replay did.</summary>
/// <param name="Pages">Frozen pages read.</param>
/// <param name="Unreadable">Pages the parser could not read.</param>
/// <param name="Posts">Posts found.</param>
/// <param name="NewPosts">Posts stored that were not known before.</param>
public sealed record ReplayReport(int Pages, int Unreadable, int Posts, int NewPosts);
