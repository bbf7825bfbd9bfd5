using Fraud.Cases;
using Fraud.Posts;

namespace Fraud.Demo;

/// <summary>Says how far the demo is until the queue has come to rest.</summary>
internal sealed class DemoProgress(IServiceProvider services, TextWriter output)
{
    private const int QuietPolls = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(750);

    /// <summary>Returns when backlog and outbox are empty and nothing moves any more, or when the host stops.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        var began = clock.GetTimestamp();
        DemoState last = default;
        var quiet = 0;
        try
        {
            while (quiet < QuietPolls)
            {
                await Task.Delay(Poll, clock, either.Token);
                var now = await ReadAsync(either.Token);
                quiet = now == last && now is { Backlog: 0, Outbox: 0, Posts: > 0 } ? quiet + 1 : 0;
                if (now != last)
                {
                    await output.WriteLineAsync($"{clock.GetElapsedTime(began).TotalSeconds,5:0.0} s  {now.Pages,4} pages known, {now.Backlog,3} due  {now.Posts,4} posts  {now.Cases,4} cases in the queue");
                }

                last = now;
            }

            await output.WriteLineAsync($"ready        the queue holds {last.Cases} cases after {clock.GetElapsedTime(began).TotalSeconds:0} s");
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // Ctrl-C while it was still filling: the next start goes on from here
        }
    }

    private async Task<DemoState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var health = await scope.ServiceProvider.GetRequiredService<ICrawlStore>().ListHealthAsync(cancellationToken);
        var figures = await scope.ServiceProvider.GetRequiredService<ICaseDesk>().GetFiguresAsync(cancellationToken);
        return new(health.Sum(h => h.Targets), health.Sum(h => h.Backlog + h.Unvisited), health.Sum(h => h.Posts), figures.Open + figures.Escalated, figures.OutboxDepth);
    }

    private readonly record struct DemoState(long Pages, long Backlog, long Posts, long Cases, long Outbox);
}
