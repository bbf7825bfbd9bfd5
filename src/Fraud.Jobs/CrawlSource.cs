using Fraud.Posts;
using Fraud.Work;

namespace Fraud.Jobs;

/// <summary>Visits what one source owes.</summary>
internal sealed class CrawlSource(string source, ICrawler crawler, JobOptions options) : IRecurringJob
{
    public string Name => "crawl:" + source;

    public string Queue => "crawl";

    public TimeSpan Interval => options.CrawlEvery;

    public WorkKind? WokenBy => null;

    public Task RunAsync(CancellationToken cancellationToken) => crawler.RunAsync(source, cancellationToken);
}
