using System.Collections.Concurrent;
using Fraud.Work;
using Hangfire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fraud.Jobs.Hangfire;

/// <summary>Gives a job an extra turn when its work is ready; the hints of a moment count as one.</summary>
internal sealed partial class HangfireWaker(JobRunner runner, WorkSignal signal, IRecurringJobManager timetable, TimeProvider clock, ILogger<HangfireWaker> log) : IHostedService
{
    // Long enough to gather the hints of a busy crawl, short beside what a person notices
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<string, bool> _woken = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        signal.Raised += Wake;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        signal.Raised -= Wake;
        return Task.CompletedTask;
    }

    private void Wake(WorkKind kind)
    {
        foreach (var job in runner.Jobs)
        {
            if (job.WokenBy == kind && _woken.TryAdd(job.Name, true))
            {
                _ = TriggerAsync(job);
            }
        }
    }

    private async Task TriggerAsync(IRecurringJob job)
    {
        await Task.Delay(Moment, clock);
        // From here on a hint asks for another turn
        _woken.TryRemove(job.Name, out _);
        try
        {
            timetable.Trigger(HangfireSchedule.IdOf(job));
        }
        catch (Exception e)
        {
            // The database may be away; the timetable finds the work later
            WakeFailed(log, job.Name, e);
        }
    }

    [LoggerMessage(720, LogLevel.Warning, "Job {Job} could not be woken; it runs at its interval")]
    private static partial void WakeFailed(ILogger log, string job, Exception exception);
}
