using System.Globalization;
using System.Net.Sockets;
using Fraud.Collect.Fetching;
using Fraud.Collect.Sources;
using Fraud.Posts;

namespace Fraud.Collect.Crawling;

/// <summary>Asks, in the crawler's own order, everything that decides about a page.</summary>
internal sealed class CrawlExplainer(CollectOptions collect, SourceCatalog sources, ICrawlControl control, HostHolds holds, AddressGuard guard, RobotsCache robots, TimeProvider time) : ICrawlExplainer
{
    public async Task<CrawlExplanation> ExplainAsync(string? source, string url, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed))
        {
            return Answer(url, "", [new("scope", false, "It is not an absolute URL.")]);
        }

        var options = source is null ? collect.Sources.FirstOrDefault(s => Covers(s, url)) : sources.Get(source).Options;
        if (options is null)
        {
            return Answer(url, "", [new("source", false, "No source has it as a start URL or in its Follow patterns.")]);
        }

        List<CrawlCheck> checks = [new("source", true, $"Source '{options.Name}' of kind {options.Kind}.")];
        var standing = await control.FindAsync(options.Name, url, cancellationToken);
        checks.AddRange(OfSource(options, url, standing));
        checks.AddRange(await OfSiteAsync(options, parsed, checks.All(c => c.Passed), cancellationToken));
        checks.AddRange(OfFrontier(options, standing));
        checks.AddRange(OfHost(standing));
        return Answer(url, options.Name, checks);
    }

    private IEnumerable<CrawlCheck> OfSource(SourceOptions options, string url, CrawlStanding standing)
    {
        yield return new("enabled", options.Enabled, options.Enabled ? "The source is enabled; its terms were read." : "The source is disabled: read its terms, link them as Terms and set Enabled to true.");
        yield return standing.PausedAt is { } at ? new("paused", false, $"Paused since {Moment(at)} by {standing.PausedBy}.") : new("paused", true, "The source is not paused.");
        // A page reached through a redirect or as the next page of a list is known without a pattern
        yield return new("scope", Covers(options, url) || standing.Known, Covers(options, url) ? "A start URL or Follow pattern covers it." : standing.Known ? "No pattern covers it, but a page led there." : "No start URL or Follow pattern of the source covers it.");
        var trap = IsStart(options, url) ? "" : TrapRules.Reason(url, time.GetUtcNow());
        yield return new("trap", trap.Length == 0, trap.Length == 0 ? "The URL does not look like a trap." : $"The URL looks like a trap: {trap}.");
    }

    private async Task<IEnumerable<CrawlCheck>> OfSiteAsync(SourceOptions options, Uri url, bool mayAsk, CancellationToken cancellationToken)
    {
        var refusal = guard.Check(url) is { Length: > 0 } reason ? reason : mayAsk ? await ResolveAsync(url, cancellationToken) : "";
        var guarded = new CrawlCheck("guard", refusal.Length == 0, refusal.Length == 0 ? "The address may be connected to." : $"The address guard refuses it: {refusal}.");
        if (!mayAsk || !guarded.Passed || !options.Enabled)
        {
            return [guarded];
        }

        var entry = await robots.GetAsync(url, cancellationToken);
        var decision = entry.File.Decide(collect.Fetch.UserAgentToken, url.AbsoluteUri);
        return [guarded, new("robots", decision.Allowed, !entry.Reachable && !decision.Allowed
            ? $"robots.txt could not be had, which forbids all; it is asked for again at {Moment(entry.FreshUntil)}."
            : $"robots.txt {(decision.Allowed ? "allows" : "forbids")} it: {(decision.Rule.Length == 0 ? "no rule applies" : decision.Rule)}.")];
    }

    private async Task<string> ResolveAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            await guard.ResolveAsync(url.IdnHost, url.Port, cancellationToken);
            return "";
        }
        catch (Exception e) when (e is SocketException or AddressRefusedException)
        {
            return e is SocketException ? "the host name does not resolve" : e.Message;
        }
    }

    private IEnumerable<CrawlCheck> OfFrontier(SourceOptions options, CrawlStanding standing)
    {
        yield return new("depth", standing.Depth <= options.MaxDepth, string.Create(CultureInfo.InvariantCulture, $"{standing.Depth} links from a start URL; MaxDepth is {options.MaxDepth}."));
        var room = standing.Known || standing.HostTargets < options.MaxPerHost;
        yield return new("budget", room, string.Create(CultureInfo.InvariantCulture, $"{standing.HostTargets} pages known on the host; MaxPerHost is {options.MaxPerHost}."));
        yield return new("duplicate", standing.Outcome != "duplicate", standing.Outcome == "duplicate" ? "Another page of the host has the same text." : "No page with the same text is known.");
        yield return Visited(standing);
    }

    private CrawlCheck Visited(CrawlStanding standing)
    {
        var last = standing.VisitedAt is { } at ? $"Last visited {Moment(at)}: {standing.Outcome}{(standing.Detail.Length == 0 ? "" : $" ({standing.Detail})")}; " : "Not visited yet; ";
        return !standing.Known ? new("visited", false, "Not found yet: no page visited so far links to it.")
            : standing.DueAt is not { } due ? new("visited", false, last + "it is not visited again.")
            : new("visited", due <= time.GetUtcNow(), last + (due <= time.GetUtcNow() ? "due now." : $"due or on loan until {Moment(due)}."));
    }

    private IEnumerable<CrawlCheck> OfHost(CrawlStanding standing)
    {
        var now = time.GetUtcNow();
        var other = standing.HostOwner.Length > 0 && standing.HostOwner != holds.Owner && standing.HostLeasedUntil > now;
        yield return new("lease", !other, other ? $"Process {standing.HostOwner} crawls the host until {Moment(standing.HostLeasedUntil)}." : "No other process holds the host.");
        yield return new("pace", standing.HostNextAt <= now, standing.HostNextAt <= now
            ? string.Create(CultureInfo.InvariantCulture, $"The host may be asked now; its delay is {standing.HostDelay.TotalSeconds:0.###} s.")
            : $"The host may be asked again at {Moment(standing.HostNextAt)}.");
    }

    private bool Covers(SourceOptions options, string url) => sources.Has(options.Name) && (IsStart(options, url) || sources.Get(options.Name).Follow.Any(f => f.Matches(url)));

    private static bool IsStart(SourceOptions options, string url) => options.StartUrls.Any(s => CrawlUrl.KeyOf(s) == CrawlUrl.KeyOf(url));

    private static CrawlExplanation Answer(string url, string source, IReadOnlyList<CrawlCheck> checks)
    {
        var first = checks.FirstOrDefault(c => !c.Passed);
        return new() { Url = url, Source = source, Crawled = first is null, Why = first?.Detail ?? "Nothing is in the way.", Checks = checks };
    }

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
