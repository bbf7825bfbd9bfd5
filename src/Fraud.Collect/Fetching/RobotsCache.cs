using System.Collections.Concurrent;
using Fraud.Collect.Robots;

namespace Fraud.Collect.Fetching;

/// <summary>Keeps the robots.txt of every authority and knows what its absence means (RFC 9309, section 2.3).</summary>
internal sealed class RobotsCache(FetchOptions options, PoliteSender sender, HostPace pace, AddressGuard guard, TimeProvider time)
{
    private const int MaxRedirects = 5;
    private const int MaxSites = 20_000;
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromDays(30);
    private readonly ConcurrentDictionary<string, Site> _sites = new();

    /// <summary>The rules for a URL's authority.</summary>
    public async Task<RobotsEntry> GetAsync(Uri url, CancellationToken cancellationToken)
    {
        if (_sites.Count > MaxSites)
        {
            _sites.Clear();
        }

        var site = _sites.GetOrAdd(url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped), _ => new());
        if (site.Entry is { } known && known.FreshUntil > time.GetUtcNow())
        {
            return known;
        }

        await site.Gate.WaitAsync(cancellationToken);
        try
        {
            return site.Entry is { } fresh && fresh.FreshUntil > time.GetUtcNow() ? fresh : await RefreshAsync(site, url, cancellationToken);
        }
        finally
        {
            site.Gate.Release();
        }
    }

    private async Task<RobotsEntry> RefreshAsync(Site site, Uri url, CancellationToken cancellationToken)
    {
        var (file, retryAt) = await FetchAsync(new(url, "/robots.txt"), cancellationToken);
        var now = time.GetUtcNow();
        if (file is not null)
        {
            site.UnreachableSince = null;
            site.Good = file;
            var delay = file.CrawlDelay(options.UserAgentToken) ?? TimeSpan.Zero;
            pace.SetCrawlDelay(url.IdnHost, delay < options.MaxDelay ? delay : options.MaxDelay);
            return site.Entry = new(file, true, now + options.RobotsCacheFor);
        }

        site.UnreachableSince ??= now;
        var lasting = now - site.UnreachableSince > GivesUpAfter;
        var until = retryAt > now + options.RobotsRetryAfter ? retryAt.Value : now + options.RobotsRetryAfter;
        return site.Entry = lasting ? new(RobotsFile.AllowAll, true, until) : new(site.Good ?? RobotsFile.DenyAll, site.Good is not null, until);
    }

    /// <returns>The rules, or null when the site cannot be reached.</returns>
    private async Task<(RobotsFile? File, DateTimeOffset? RetryAt)> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            if (guard.Check(url).Length > 0)
            {
                return (null, null);
            }

            var exchange = await sender.SendAsync(url, new() { Url = url.AbsoluteUri }, SendMode.Robots, cancellationToken);
            if (exchange.Redirect is { } next)
            {
                url = next;
                continue;
            }

            return exchange switch
            {
                { Outcome.Page: { } page } => (RobotsFile.Parse(page.Body), null),
                { Status: >= 300 and < 500 and not 429 } => (RobotsFile.AllowAll, null),
                _ => (null, exchange.RetryAt ?? exchange.Outcome?.RetryAt),
            };
        }

        // Too many redirects count as having no robots.txt
        return (RobotsFile.AllowAll, null);
    }

    private sealed class Site
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public volatile RobotsEntry? Entry;

        public RobotsFile? Good { get; set; }

        public DateTimeOffset? UnreachableSince { get; set; }
    }
}
