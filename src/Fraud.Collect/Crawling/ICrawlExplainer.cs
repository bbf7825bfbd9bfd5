namespace Fraud.Collect.Crawling;

/// <summary>Says why a page is, or is not, crawled.</summary>
public interface ICrawlExplainer
{
    /// <summary>Goes through everything that can keep a page from being fetched. It asks for the site's robots.txt if nothing before that forbids it, and for nothing else.</summary>
    /// <param name="source">Name of the source; null for the first whose start URLs or patterns cover the URL.</param>
    /// <param name="url">Absolute URL.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<CrawlExplanation> ExplainAsync(string? source, string url, CancellationToken cancellationToken);
}
