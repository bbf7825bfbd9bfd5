using Fraud.Collect.Fetching;
using Fraud.Collect.Metering;
using Fraud.Collect.Sources;
using Fraud.Posts;
using Microsoft.Extensions.Logging;

namespace Fraud.Collect.Crawling;

/// <summary>Takes due targets from the store, fetches and reads them, and stores each visit whole. Killed at any instant it loses nothing: a lease runs out.</summary>
internal sealed partial class Crawler(CollectOptions collect, SourceCatalog sources, ICrawlStore store, IFetcher fetcher, CollectMeter meter, TimeProvider time, ILogger<Crawler> logger) : ICrawler
{
    public async Task<CrawlReport> RunAsync(string source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (options, parser, follow) = sources.Get(source);
        await store.AddTargetsAsync([.. options.StartUrls.Select(u => new CrawlTarget { Source = source, Url = WithoutFragment(u) })], cancellationToken);
        var tally = new CrawlTally(source);
        using var queue = new DueQueue(store, options, collect.Lease);
        var workers = Enumerable.Range(0, options.Concurrency).Select(_ => WorkAsync(new(options, parser, follow, tally, queue), cancellationToken));
        await Task.WhenAll(workers);
        var report = tally.ToReport();
        Log.Done(logger, source, report.Visits, report.Failures, report.NewPosts);
        return report;
    }

    private async Task WorkAsync(Job job, CancellationToken cancellationToken)
    {
        while (await job.Queue.TakeAsync(cancellationToken) is { } target)
        {
            try
            {
                await VisitAsync(job, target, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // Whatever a page does, the next one is due; a store that fails here too ends the run
                Log.Unreadable(logger, target.Source, HostOf(target.Url), e.GetType().Name);
                var failed = NotFetched(job, target, FetchOutcome.Of(FetchResult.Failed, e.GetType().Name));
                job.Tally.Add(failed, await store.CompleteAsync(failed, cancellationToken));
            }
            finally
            {
                await job.Queue.DoneAsync();
            }
        }
    }

    private async Task VisitAsync(Job job, CrawlTarget target, CancellationToken cancellationToken)
    {
        var outcome = await fetcher.FetchAsync(new() { Url = target.Url, ETag = target.ETag, LastModified = target.LastModified }, cancellationToken);
        var visit = outcome.Page is { } page
            ? await ReadAsync(job, target, outcome, page, cancellationToken)
            : NotFetched(job, target, outcome);
        var added = await store.CompleteAsync(visit, cancellationToken);
        job.Tally.Add(visit, added);
        meter.Posts(target.Source, visit.Posts.Count);
    }

    private CrawlVisit NotFetched(Job job, CrawlTarget target, FetchOutcome outcome)
    {
        Log.NotFetched(logger, target.Source, HostOf(target.Url), outcome.Result.ToString(), outcome.Detail);
        return new()
        {
            Target = target,
            Outcome = Word(outcome.Result),
            Detail = outcome.Detail,
            ETag = target.ETag,
            LastModified = target.LastModified,
            DueAgainAt = Revisit.At(job.Options, target, outcome, time.GetUtcNow()),
        };
    }

    private async Task<CrawlVisit> ReadAsync(Job job, CrawlTarget target, FetchOutcome outcome, FetchedPage page, CancellationToken cancellationToken)
    {
        var visit = new CrawlVisit
        {
            Target = target,
            Outcome = "stored",
            Page = new() { Source = target.Source, Url = page.Url, FetchedAt = page.FetchedAt, Status = page.Status, ContentType = page.ContentType, Headers = page.Headers, Body = page.Body },
            ETag = page.ETag,
            LastModified = page.LastModified,
            DueAgainAt = Revisit.At(job.Options, target, outcome, time.GetUtcNow()),
        };
        try
        {
            var parsed = await job.Parser.ParseAsync(ToSourcePage(job, target, page), cancellationToken);
            return visit with { Posts = parsed.Posts, Discovered = Discover(job, target, parsed) };
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // One bad page never stops the crawl; the page itself is kept as evidence
            Log.Unreadable(logger, target.Source, HostOf(target.Url), e.GetType().Name);
            meter.Refused("Unreadable");
            return visit with { Outcome = "unreadable", Detail = e.GetType().Name };
        }
    }

    private static List<CrawlTarget> Discover(Job job, CrawlTarget target, ParsedPage parsed)
    {
        if (target.Depth >= job.Options.MaxDepth)
        {
            return [];
        }

        var followed = parsed.Links.Where(l => job.Follow.Any(f => f.Matches(l)));
        return [.. parsed.Next.Concat(followed).Distinct(StringComparer.Ordinal).Select(u => new CrawlTarget { Source = target.Source, Url = u, Depth = target.Depth + 1 })];
    }

    private static SourcePage ToSourcePage(Job job, CrawlTarget target, FetchedPage page) => new()
    {
        Source = target.Source,
        Url = new(page.Url),
        ContentType = page.ContentType,
        Headers = page.Headers,
        Body = page.Body,
        FetchedAt = page.FetchedAt,
        UtcOffset = job.Options.UtcOffset,
    };

    private static string Word(FetchResult result) => result switch
    {
        FetchResult.Fetched => "stored",
        FetchResult.Unchanged => "unchanged",
        FetchResult.Gone => "gone",
        FetchResult.Forbidden => "forbidden",
        FetchResult.RefusedByRobots => "refused-by-robots",
        FetchResult.Blocked => "blocked",
        FetchResult.TooLarge => "too-large",
        FetchResult.Throttled => "throttled",
        FetchResult.NotText => "not-text",
        _ => "failed",
    };

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.IdnHost : "";

    private static string WithoutFragment(string url) => url.IndexOf('#', StringComparison.Ordinal) is var hash && hash >= 0 ? url[..hash] : url;

    private sealed record Job(SourceOptions Options, IPageParser Parser, UrlPattern[] Follow, CrawlTally Tally, DueQueue Queue);
}
