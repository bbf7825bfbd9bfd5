namespace Fraud.Posts;

/// <summary>What a purge destroyed.</summary>
/// <param name="Pages">Frozen pages.</param>
/// <param name="ClearPosts">Clear texts of posts.</param>
/// <param name="Visits">Lines of the crawl diary.</param>
public sealed record PurgeReport(int Pages, int ClearPosts, int Visits);
