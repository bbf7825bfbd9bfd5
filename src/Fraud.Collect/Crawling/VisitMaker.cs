using Fraud.Collect.Fetching;
using Fraud.Collect.Metering;
using Fraud.Collect.Sources;
using Fraud.Posts;
using Microsoft.Extensions.Logging;

namespace Fraud.Collect.Crawling;

/// <summary>Turns what a fetch brought into the visit to be stored: posts, links to follow, when to come back.</summary>
internal sealed partial class VisitMaker(HostPace pace, CollectMeter meter, TimeProvider time, ILogger<VisitMaker> logger)
{
    private const string PasteKind = "paste";

    /// <summary>No page came.</summary>
    public CrawlVisit NotFetched(CrawlTarget target, FetchOutcome outcome) => Paced(new()
    {
        Target = target,
        Outcome = Word(outcome.Result),
        Detail = outcome.Detail,
        ETag = target.ETag,
        LastModified = target.LastModified,
        Interval = target.Interval,
        DueAgainAt = Revisit.AfterFailure(target, outcome, time.GetUtcNow()),
    });

    /// <summary>The page is as it was.</summary>
    public CrawlVisit Unchanged(CrawlJob job, CrawlTarget target) => Again(job, new() { Target = target, Outcome = "unchanged", ETag = target.ETag, LastModified = target.LastModified }, changed: false);

    /// <summary>The page is on another host, which has a queue and a pace of its own.</summary>
    public CrawlVisit Moved(CrawlJob job, CrawlTarget target, string location) => Again(
        job,
        new()
        {
            Target = target,
            Outcome = "unchanged",
            Detail = "moved to another host",
            Discovered = Allowed([location]).Select(u => target with { Url = u, ETag = "", LastModified = "" }).ToList(),
            MaxPerHost = job.Options.MaxPerHost,
        },
        changed: false);

    /// <summary>A page came.</summary>
    public async Task<CrawlVisit> ReadAsync(CrawlJob job, CrawlTarget target, FetchedPage page, CancellationToken cancellationToken)
    {
        var capture = page.ToCapture(target.Source);
        var source = SourcePage.From(capture, job.Options);
        var print = Fingerprints.Of(source.Text);
        if (print is { } known && known.TextHash == target.TextHash)
        {
            return Unchanged(job, target) with { ETag = page.ETag, LastModified = page.LastModified };
        }

        var visit = Again(job, Stored(job, target, page, capture, print), changed: true);
        try
        {
            var parsed = await job.Parser.ParseAsync(source, cancellationToken);
            return visit with { Posts = parsed.Posts, Discovered = Discover(job, target, parsed) };
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // One bad page never stops the crawl; the page itself is kept as evidence
            Unreadable(logger, target.Source, CrawlUrl.HostOf(target.Url), e.GetType().Name);
            meter.Refused("Unreadable");
            return visit with { Outcome = "unreadable", Detail = e.GetType().Name };
        }
    }

    private static CrawlVisit Stored(CrawlJob job, CrawlTarget target, FetchedPage page, PageCapture capture, PageFingerprint? print) => new()
    {
        Target = target,
        Outcome = "stored",
        Page = capture,
        ETag = page.ETag,
        LastModified = page.LastModified,
        // Two pastes of one text are two publications
        Fingerprint = job.Options.Kind == PasteKind ? null : print,
        MaxAlike = job.Options.MaxAlike,
        MaxPerHost = job.Options.MaxPerHost,
    };

    private CrawlVisit Again(CrawlJob job, CrawlVisit visit, bool changed)
    {
        var interval = Revisit.Interval(job.Options, visit.Target, changed);
        return Paced(visit) with { Interval = interval, DueAgainAt = interval > TimeSpan.Zero ? time.GetUtcNow() + interval : null };
    }

    private CrawlVisit Paced(CrawlVisit visit)
    {
        var (freeAt, delay) = pace.StateOf(CrawlUrl.HostOf(visit.Target.Url));
        return visit with { HostFreeAt = freeAt, HostDelay = delay };
    }

    private List<CrawlTarget> Discover(CrawlJob job, CrawlTarget target, ParsedPage parsed)
    {
        if (target.Depth >= job.Options.MaxDepth)
        {
            return [];
        }

        var followed = parsed.Links.Where(l => job.Follow.Any(f => f.Matches(l)));
        return [.. Allowed(parsed.Next.Concat(followed)).Select(u => new CrawlTarget { Source = target.Source, Url = u, Depth = target.Depth + 1 })];
    }

    private IEnumerable<string> Allowed(IEnumerable<string> links)
    {
        var now = time.GetUtcNow();
        foreach (var link in links.DistinctBy(CrawlUrl.KeyOf, StringComparer.Ordinal))
        {
            if (TrapRules.Reason(link, now).Length == 0)
            {
                yield return link;
            }
            else
            {
                meter.Refused("Trap");
            }
        }
    }

    private static string Word(FetchResult result) => result switch
    {
        FetchResult.Gone => "gone",
        FetchResult.Forbidden => "forbidden",
        FetchResult.RefusedByRobots => "refused-by-robots",
        FetchResult.Blocked => "blocked",
        FetchResult.TooLarge => "too-large",
        FetchResult.Throttled => "throttled",
        FetchResult.NotNow => "not-now",
        FetchResult.NotText => "not-text",
        _ => "failed",
    };

    [LoggerMessage(101, LogLevel.Warning, "Page of {Source} on {Host} could not be read: {Reason}")]
    private static partial void Unreadable(ILogger logger, string source, string host, string reason);
}
