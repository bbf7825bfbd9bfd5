using Fraud.Collect.Crawling;
using Fraud.Collect.Fetching;
using Fraud.Collect.Importing;
using Fraud.Collect.Metering;
using Fraud.Collect.Sources;
using Fraud.Collect.Sources.Articles;
using Fraud.Collect.Sources.Feeds;
using Fraud.Collect.Sources.Forums;
using Fraud.Collect.Sources.Listings;
using Fraud.Collect.Sources.Mastodon;
using Fraud.Collect.Sources.Pastes;
using Fraud.Posts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Fraud.Collect;

/// <summary>Puts collecting into a host.</summary>
public static class CollectServices
{
    /// <summary>
    /// Adds <see cref="IFetcher"/>, <see cref="ICrawler"/> and the parsers. TimeProvider, Random, meters and logging are the host's where it has them;
    /// an <see cref="ICrawlStore"/> must be added by the host before a crawl.
    /// </summary>
    /// <exception cref="OptionsValidationException">The settings are not sound; names every fault.</exception>
    public static IServiceCollection AddFraudCollect(this IServiceCollection services, CollectOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new OptionsValidationException(nameof(CollectOptions), typeof(CollectOptions), faults);
        }

        services.AddMetrics();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new Random(Environment.TickCount));
        services.AddSingleton(options);
        services.AddSingleton(options.Fetch);
        services.TryAddSingleton<IHostResolver, DnsHostResolver>();
        services.TryAddSingleton<AddressGuard>();
        services.TryAddSingleton<HttpTransport>();
        services.TryAddSingleton<HostPace>();
        services.TryAddSingleton<PoliteSender>();
        services.TryAddSingleton<RobotsCache>();
        services.TryAddSingleton<CollectMeter>();
        services.TryAddSingleton<IFetcher, Fetcher>();
        services.TryAddSingleton<SourceCatalog>();
        services.TryAddSingleton<HostHolds>();
        services.TryAddSingleton<VisitMaker>();
        services.TryAddSingleton<ICrawler, Crawler>();
        services.TryAddSingleton<ICrawlExplainer, CrawlExplainer>();
        services.TryAddSingleton<IReplayer, Replayer>();
        services.TryAddSingleton<IImporter, Importer>();
        return services.AddParsers();
    }

    private static IServiceCollection AddParsers(this IServiceCollection services)
    {
        services.TryAddSingleton<FeedParser>();
        services.TryAddSingleton<ForumParser>();
        services.TryAddSingleton<ListingParser>();
        services.TryAddSingleton<ArticleParser>();
        services.TryAddSingleton<AutoParser>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IPageParser, FeedParser>(),
            ServiceDescriptor.Singleton<IPageParser, MastodonParser>(),
            ServiceDescriptor.Singleton<IPageParser, ForumParser>(),
            ServiceDescriptor.Singleton<IPageParser, ListingParser>(),
            ServiceDescriptor.Singleton<IPageParser, ArticleParser>(),
            ServiceDescriptor.Singleton<IPageParser, PasteParser>(),
            ServiceDescriptor.Singleton<IPageParser, AutoParser>(),
        ]);
        return services;
    }
}
