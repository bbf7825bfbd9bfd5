namespace Fraud.Collect.Crawling;

/// <summary>Crawls configured sources.</summary>
public interface ICrawler
{
    /// <summary>Visits what is due of a source, up to its budget of pages. A bad page is counted and passed over; a failing store throws.</summary>
    /// <exception cref="ArgumentException">No such source.</exception>
    Task<CrawlRun> RunAsync(string source, CancellationToken cancellationToken);
}
