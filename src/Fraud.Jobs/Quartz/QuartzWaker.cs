using System.Collections.Concurrent;
using Fraud.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Fraud.Jobs.Quartz;

/// <summary>Wakes a job when its work is ready; many hints before it starts count as one.</summary>
internal sealed class QuartzWaker(JobRunner runner, WorkSignal signal, Lazy<IScheduler> scheduler, ILogger<QuartzWaker> log) : IHostedService
{
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

    /// <summary>From here on a hint is about work the running turn may not see.</summary>
    public void Started(string job) => _woken.TryRemove(job, out _);

    private void Wake(WorkKind kind)
    {
        foreach (var job in runner.Jobs)
        {
            if (job.WokenBy == kind && _woken.TryAdd(job.Name, true))
            {
                _ = TriggerAsync(job.Name);
            }
        }
    }

    private async Task TriggerAsync(string job)
    {
        try
        {
            await scheduler.Value.TriggerJob(new(job), null, CancellationToken.None);
        }
        catch (Exception e)
        {
            // The scheduler may be stopping; the interval finds the work
            Started(job);
            log.WakeFailed(job, e);
        }
    }
}
