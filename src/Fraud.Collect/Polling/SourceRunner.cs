using Fraud.Collect.Crawling;
using Fraud.Collect.Streaming;
using Fraud.Posts;

namespace Fraud.Collect.Polling;

/// <summary>Runs a source in the way of its kind: crawl pages, ask an API, or listen to a stream.</summary>
internal sealed class SourceRunner(CollectOptions options, PlatformCatalog platforms, Crawler crawler, Poller poller, Listener listener) : ICrawler
{
    public Task<CrawlReport> RunAsync(string source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var settings = options.Sources.FirstOrDefault(s => s.Name == source);
        return settings is not null && platforms.Platform(settings.Kind) is { } platform ? poller.RunAsync(settings, platform, cancellationToken)
            : settings is not null && platforms.Stream(settings.Kind) is { } stream ? listener.RunAsync(settings, stream, cancellationToken)
            : crawler.RunAsync(source, cancellationToken);
    }
}
