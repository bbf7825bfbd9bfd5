using Fraud.Collect.Fetching;
using Fraud.Collect.Metering;
using Fraud.Collect.Sources;
using Fraud.Posts;
using Microsoft.Extensions.Logging;

namespace Fraud.Collect.Polling;

/// <summary>
/// Asks a platform in rounds. A round's posts are stored answer by answer, its cursor when all of it is done: killed or refused in between, it is repeated, and posts are stored once.
/// </summary>
internal sealed partial class Poller(IFetcher fetcher, ICrawlStore store, ISourceStateStore states, IPostWithdrawal withdrawal, CollectMeter meter, TimeProvider time, ILogger<Poller> logger)
{
    // One answer that can never be had must not hold up the source for good
    private const int MostRepeats = 5;
    private const int MostRequestsARound = 2000;
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMinutes(5);

    public async Task<CrawlReport> RunAsync(SourceOptions source, IPlatform platform, CancellationToken cancellationToken)
    {
        var tally = new PollTally(source.Name);
        foreach (var start in source.StartUrls)
        {
            var state = await states.GetAsync(source.Name, start, cancellationToken);
            if (state.DueAt <= time.GetUtcNow())
            {
                await FollowAsync(source, platform, state, tally, cancellationToken);
            }
        }

        return tally.ToReport();
    }

    private async Task FollowAsync(SourceOptions source, IPlatform platform, SourceState state, PollTally tally, CancellationToken cancellationToken)
    {
        for (var budget = source.MaxPages; budget > 0;)
        {
            var round = await AskAsync(platform, new(source, new(state.Track), state.Cursor), tally, cancellationToken);
            budget -= Math.Max(round.Requests, 1);
            state = After(source, state, round, time.GetUtcNow());
            await states.SaveAsync(state, cancellationToken);
            if (state.DueAt > time.GetUtcNow())
            {
                return;
            }
        }
    }

    internal static SourceState After(SourceOptions source, SourceState state, PlatformRound round, DateTimeOffset now)
    {
        if (round.RetryAt is { } retryAt && round.Failed)
        {
            return state with { DueAt = retryAt > now ? retryAt : now + FirstBackOff };
        }

        if (round.Failed && state.Failures < MostRepeats)
        {
            return state with { Failures = state.Failures + 1, DueAt = now + (FirstBackOff * Math.Pow(2, state.Failures)) };
        }

        var wait = round.Failed || !round.HasMore ? source.RecrawlAfter : TimeSpan.Zero;
        var moved = round.Cursor is { } cursor && cursor != state.Cursor;
        // A platform that has more but does not get on would be asked for ever
        wait = moved || wait > TimeSpan.Zero ? wait : source.RecrawlAfter;
        return state with { Cursor = round.Cursor ?? state.Cursor, Failures = 0, DueAt = now + (round.Wait > wait ? round.Wait : wait) };
    }

    private async Task<PlatformRound> AskAsync(IPlatform platform, PlatformTrack track, PollTally tally, CancellationToken cancellationToken)
    {
        var round = new PlatformRound();
        var requests = new Queue<PlatformRequest>(platform.Begin(track));
        while (requests.TryDequeue(out var request) && round.Requests < MostRequestsARound)
        {
            round.Requests++;
            var outcome = await fetcher.FetchAsync(new() { Url = request.Url, Headers = request.Headers, Content = request.Content, IsApi = !request.IsWebPage }, cancellationToken);
            if (outcome.Page is { } page)
            {
                var answer = await ReadAsync(platform, track, request, page, tally, cancellationToken);
                round.Add(answer);
                foreach (var next in answer.Next)
                {
                    requests.Enqueue(next);
                }
            }
            else if (!await PassOverAsync(track, outcome, round, tally, cancellationToken))
            {
                return round;
            }
        }

        return round;
    }

    // What is gone is done with; after any other failure the rest of the round would only press a host in trouble
    private async Task<bool> PassOverAsync(PlatformTrack track, FetchOutcome outcome, PlatformRound round, PollTally tally, CancellationToken cancellationToken)
    {
        Log.NotFetched(logger, track.Source.Name, track.Start.IdnHost, outcome.Result.ToString(), outcome.Detail);
        var visit = Visit(track, outcome.Result == FetchResult.Gone ? "gone" : Word(outcome.Result)) with { Detail = outcome.Detail };
        tally.Add(visit, await store.CompleteAsync(visit, cancellationToken));
        (round.Failed, round.RetryAt) = (round.Failed || outcome.Result != FetchResult.Gone, outcome.RetryAt);
        return outcome.Result == FetchResult.Gone;
    }

    private async Task<PlatformAnswer> ReadAsync(IPlatform platform, PlatformTrack track, PlatformRequest request, FetchedPage page, PollTally tally, CancellationToken cancellationToken)
    {
        var capture = page.ToCapture(track.Source.Name);
        var answer = PlatformAnswer.Unreadable;
        var reason = "not what the platform documents";
        try
        {
            answer = await platform.ReadAsync(track, request, SourcePage.From(capture, track.Source), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // One bad answer never stops the others
            reason = e.GetType().Name;
        }

        if (!answer.IsReadable)
        {
            Log.Unreadable(logger, track.Source.Name, track.Start.IdnHost, reason);
            meter.Refused("Unreadable");
        }

        var visit = Visit(track, answer.IsReadable ? "stored" : "unreadable") with
        {
            Detail = answer.IsReadable ? "" : reason,
            Page = request.IsPrivate ? null : capture,
            Posts = answer.Posts,
        };
        tally.Add(visit, await store.CompleteAsync(visit, cancellationToken));
        meter.Posts(track.Source.Name, answer.Posts.Count);
        if (answer.Removed.Count > 0)
        {
            Log.Withdrawn(logger, track.Source.Name, await withdrawal.WithdrawAsync(track.Source.Name, answer.Removed, cancellationToken));
        }

        return answer;
    }

    private static CrawlVisit Visit(PlatformTrack track, string outcome) => new()
    {
        Target = new() { Source = track.Source.Name, Url = track.Start.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped) },
        Outcome = outcome,
    };

    private static string Word(FetchResult result) => result switch
    {
        FetchResult.Forbidden => "forbidden",
        FetchResult.RefusedByRobots => "refused-by-robots",
        FetchResult.Blocked => "blocked",
        FetchResult.TooLarge => "too-large",
        FetchResult.Throttled => "throttled",
        FetchResult.NotText => "not-text",
        _ => "failed",
    };
}
