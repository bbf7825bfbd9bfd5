using Fraud.Collect.Fetching;
using Fraud.Collect.Metering;
using Fraud.Posts;
using Microsoft.Extensions.Logging;

namespace Fraud.Collect.Crawling;

/// <summary>Takes due targets from the store, fetches and reads them, and stores each visit whole. Killed at any instant it loses nothing: loans and leases run out.</summary>
internal sealed partial class Crawler(
    CollectOptions collect, SourceCatalog sources, ICrawlStore store, IFetcher fetcher, HostHolds holds, VisitMaker visits, CollectMeter meter, TimeProvider time, ILogger<Crawler> logger) : ICrawler
{
    private const int RenewalsInALease = 3;

    public async Task<CrawlReport> RunAsync(string source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (options, parser, follow) = sources.Get(source);
        await store.AddTargetsAsync([.. options.StartUrls.Select(u => new CrawlTarget { Source = source, Url = WithoutFragment(u), Priority = CrawlPriority.Start })], cancellationToken);
        var tally = new CrawlTally(source);
        using var queue = new DueQueue(store, holds, options, collect, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync(ended.Token);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, options.Concurrency).Select(_ => WorkAsync(new(options, parser, follow), queue, tally, cancellationToken)));
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
            await holds.EndAsync(queue.Hosts, CancellationToken.None);
        }

        var report = tally.ToReport();
        Log.Done(logger, source, report.Visits, report.Failures, report.NewPosts);
        return report;
    }

    private async Task WorkAsync(CrawlJob job, DueQueue queue, CrawlTally tally, CancellationToken cancellationToken)
    {
        while (await queue.TakeAsync(cancellationToken) is { } target)
        {
            try
            {
                // A host taken over while we waited is the other one's, and the page with it
                if (holds.Holds(CrawlUrl.HostOf(target.Url)))
                {
                    await VisitAsync(job, target, tally, cancellationToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // Whatever a page does, the next one is due; a store that fails here too ends the run
                Log.Unreadable(logger, target.Source, CrawlUrl.HostOf(target.Url), e.GetType().Name);
                await StoreAsync(visits.NotFetched(target, FetchOutcome.Of(FetchResult.Failed, e.GetType().Name)), tally, cancellationToken);
            }
            finally
            {
                await queue.DoneAsync(target);
            }
        }
    }

    private async Task VisitAsync(CrawlJob job, CrawlTarget target, CrawlTally tally, CancellationToken cancellationToken)
    {
        var outcome = await fetcher.FetchAsync(new() { Url = target.Url, ETag = target.ETag, LastModified = target.LastModified, StayOnHost = true }, cancellationToken);
        var visit = outcome switch
        {
            { Page: { } page } => await visits.ReadAsync(job, target, page, cancellationToken),
            { Result: FetchResult.Unchanged } => visits.Unchanged(job, target),
            { Result: FetchResult.Moved, Location: { } location } => visits.Moved(job, target, location),
            _ => visits.NotFetched(target, outcome),
        };
        if (outcome.Page is null)
        {
            Log.NotFetched(logger, target.Source, CrawlUrl.HostOf(target.Url), outcome.Result.ToString(), outcome.Detail);
        }

        await StoreAsync(visit, tally, cancellationToken);
        meter.Posts(target.Source, visit.Posts.Count);
    }

    private async Task StoreAsync(CrawlVisit visit, CrawlTally tally, CancellationToken cancellationToken) => tally.Add(visit, await store.CompleteAsync(visit, cancellationToken));

    private async Task RenewAsync(CancellationToken ended)
    {
        try
        {
            while (!ended.IsCancellationRequested)
            {
                // A timer that ends by throwing would read the symbols of the whole stack at the end of every run
                await Task.Delay(collect.Lease / RenewalsInALease, time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!ended.IsCancellationRequested)
                {
                    await holds.RenewAsync(collect.Lease, ended);
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The run is over
        }
        catch (Exception e)
        {
            // Without renewal the lease ends and the run with it; the store's own fault ends the run sooner
            Log.NotRenewed(logger, e.GetType().Name);
        }
    }

    private static string WithoutFragment(string url) => url.IndexOf('#', StringComparison.Ordinal) is var hash && hash >= 0 ? url[..hash] : url;
}
