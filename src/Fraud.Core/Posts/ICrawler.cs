namespace Fraud.Posts;

/// <summary>Crawls one source: visits what is due and stores what it finds through <see cref="ICrawlStore"/>.</summary>
public interface ICrawler
{
    /// <summary>Visits the due targets of a source until none is left, its budget is spent or the token fires. A failed visit is counted, not thrown.</summary>
    Task<CrawlReport> RunAsync(string source, CancellationToken cancellationToken);
}
