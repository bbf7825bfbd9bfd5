namespace Fraud.Posts;

/// <summary>The operator's hand on the crawl: pausing sources, and what the frontier knows of a page.</summary>
public interface ICrawlControl
{
    /// <summary>Lends nothing of the source to any crawler until it is resumed; pages in work are finished.</summary>
    Task PauseAsync(string source, string by, CancellationToken cancellationToken);

    /// <summary>Ends a pause; without one nothing happens.</summary>
    Task ResumeAsync(string source, CancellationToken cancellationToken);

    /// <summary>Where a page stands, whether it is known or not.</summary>
    Task<CrawlStanding> FindAsync(string source, string url, CancellationToken cancellationToken);
}
