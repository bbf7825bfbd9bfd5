using System.Net.WebSockets;
using Fraud.Collect.Fetching;
using Fraud.Collect.Metering;
using Fraud.Collect.Polling;
using Fraud.Collect.Sources;
using Fraud.Posts;
using Microsoft.Extensions.Logging;

namespace Fraud.Collect.Streaming;

/// <summary>Listens to a stream for the time set and stores what it says in lots, each with its cursor after it: a break or a kill costs a repeat and never a post.</summary>
internal sealed partial class Listener(SocketClient client, ICrawlStore store, ISourceStateStore states, IPostWithdrawal withdrawal, CollectMeter meter, TimeProvider time, ILogger<Listener> logger)
{
    private const int LotSize = 200;
    private static readonly TimeSpan LotAge = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(10);

    public async Task<CrawlReport> RunAsync(SourceOptions source, IStreamPlatform platform, CancellationToken cancellationToken)
    {
        var tally = new PollTally(source.Name);
        await Task.WhenAll(source.StartUrls.Select(async start =>
        {
            var state = await states.GetAsync(source.Name, start, cancellationToken);
            if (state.DueAt <= time.GetUtcNow())
            {
                await ListenAsync(source, platform, state, tally, cancellationToken);
            }
        }));
        return tally.ToReport();
    }

    private async Task ListenAsync(SourceOptions source, IStreamPlatform platform, SourceState state, PollTally tally, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(source.ListenFor, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        var lot = new StreamLot(state);
        var fault = "";
        try
        {
            var track = new PlatformTrack(source, new(state.Track), state.Cursor);
            var since = time.GetTimestamp();
            await foreach (var message in client.ReadAsync(platform.Open(track), either.Token))
            {
                lot.Add(await ReadAsync(platform, track, message, cancellationToken));
                if (lot.Count >= LotSize || time.GetElapsedTime(since) > LotAge)
                {
                    await StoreAsync(source, lot, "", tally, cancellationToken);
                    since = time.GetTimestamp();
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time set is over
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or AddressRefusedException)
        {
            fault = e is WebSocketException socket ? socket.WebSocketErrorCode.ToString() : e.GetType().Name;
            Log.Broken(logger, source.Name, fault);
        }

        await StoreAsync(source, lot, fault, tally, cancellationToken);
    }

    private async Task<PlatformAnswer> ReadAsync(IStreamPlatform platform, PlatformTrack track, string message, CancellationToken cancellationToken)
    {
        try
        {
            return await platform.ReadAsync(track, message, time.GetUtcNow(), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // One bad message never ends a stream
            meter.Refused("Unreadable");
            return PlatformAnswer.Empty;
        }
    }

    private async Task StoreAsync(SourceOptions source, StreamLot lot, string fault, PollTally tally, CancellationToken cancellationToken)
    {
        var (posts, removed, state) = lot.Take();
        // A post deleted in the same lot is not kept in the first place
        var visit = new CrawlVisit
        {
            Target = new() { Source = source.Name, Url = state.Track },
            Outcome = fault.Length > 0 ? "failed" : "stored",
            Detail = fault,
            Posts = [.. posts.Where(p => !removed.Contains(p.NativeId))],
        };
        tally.Add(visit, await store.CompleteAsync(visit, cancellationToken));
        meter.Posts(source.Name, visit.Posts.Count);
        if (removed.Count > 0)
        {
            await withdrawal.WithdrawAsync(source.Name, [.. removed], cancellationToken);
        }

        var failures = fault.Length > 0 ? state.Failures + 1 : 0;
        lot.State = state with { Failures = failures, DueAt = fault.Length > 0 ? time.GetUtcNow() + (FirstBackOff * Math.Pow(2, Math.Min(failures - 1, 8))) : DateTimeOffset.MinValue };
        await states.SaveAsync(lot.State, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(120, LogLevel.Warning, "Stream of {Source} broke: {Reason}")]
        public static partial void Broken(ILogger logger, string source, string reason);
    }
}
