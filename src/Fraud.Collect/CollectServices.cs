using Fraud.Collect.Crawling;
using Fraud.Collect.Fetching;
using Fraud.Collect.Importing;
using Fraud.Collect.Metering;
using Fraud.Collect.Polling;
using Fraud.Collect.Sources;
using Fraud.Collect.Sources.Articles;
using Fraud.Collect.Sources.Bluesky;
using Fraud.Collect.Sources.Discourse;
using Fraud.Collect.Sources.Feeds;
using Fraud.Collect.Sources.Forums;
using Fraud.Collect.Sources.GitHub;
using Fraud.Collect.Sources.HackerNews;
using Fraud.Collect.Sources.Listings;
using Fraud.Collect.Sources.Mastodon;
using Fraud.Collect.Sources.NodeBb;
using Fraud.Collect.Sources.Pastes;
using Fraud.Collect.Sources.Reddit;
using Fraud.Collect.Sources.Sitemaps;
using Fraud.Collect.Sources.Telegram;
using Fraud.Collect.Sources.V2ex;
using Fraud.Collect.Sources.WordPress;
using Fraud.Collect.Streaming;
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
    /// an <see cref="ICrawlStore"/>, <see cref="ISourceStateStore"/> and <see cref="IPostWithdrawal"/> must be added by the host before a crawl.
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
        services.TryAddSingleton<ICrawlExplainer, CrawlExplainer>();
        services.TryAddSingleton<IReplayer, Replayer>();
        services.TryAddSingleton<Crawler>();
        services.TryAddSingleton<Poller>();
        services.TryAddSingleton<SocketClient>();
        services.TryAddSingleton<Listener>();
        services.TryAddSingleton<ICrawler, SourceRunner>();
        services.TryAddSingleton(_ => new ScreenshotReader());
        services.TryAddSingleton<IImporter, Importer>();
        return services.AddParsers().AddPlatforms();
    }

    private static IServiceCollection AddParsers(this IServiceCollection services)
    {
        services.TryAddSingleton<FeedParser>();
        services.TryAddSingleton<ForumParser>();
        services.TryAddSingleton<ListingParser>();
        services.TryAddSingleton<ArticleParser>();
        services.TryAddSingleton<AnyPageParser>();
        services.TryAddSingleton<AutoParser>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IPageParser, FeedParser>(),
            ServiceDescriptor.Singleton<IPageParser, SitemapParser>(),
            ServiceDescriptor.Singleton<IPageParser, ForumParser>(),
            ServiceDescriptor.Singleton<IPageParser, ListingParser>(),
            ServiceDescriptor.Singleton<IPageParser, ArticleParser>(),
            ServiceDescriptor.Singleton<IPageParser, PasteParser>(),
            ServiceDescriptor.Singleton<IPageParser, AutoParser>(),
        ]);
        return services;
    }

    private static IServiceCollection AddPlatforms(this IServiceCollection services)
    {
        services.TryAddSingleton<PlatformCatalog>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IPlatform, MastodonPlatform>(),
            ServiceDescriptor.Singleton<IPlatform, BlueskyPlatform>(),
            ServiceDescriptor.Singleton<IPlatform, TelegramPlatform>(),
            ServiceDescriptor.Singleton<IPlatform, RedditPlatform>(),
            ServiceDescriptor.Singleton<IPlatform, HackerNewsPlatform>(),
            ServiceDescriptor.Singleton<IPlatform, HackerNewsSearchPlatform>(),
            ServiceDescriptor.Singleton<IPlatform, DiscoursePlatform>(),
            ServiceDescriptor.Singleton<IPlatform, V2exPlatform>(),
            ServiceDescriptor.Singleton<IPlatform, WordPressPlatform>(),
            ServiceDescriptor.Singleton<IPlatform, NodeBbPlatform>(),
            ServiceDescriptor.Singleton<IPlatform, GitHubPlatform>(),
            ServiceDescriptor.Singleton<IPlatform, PastebinPlatform>(),
            ServiceDescriptor.Singleton<IStreamPlatform, MastodonStreamPlatform>(),
            ServiceDescriptor.Singleton<IStreamPlatform, BlueskyStreamPlatform>(),
        ]);
        return services;
    }
}
