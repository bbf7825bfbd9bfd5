using Microsoft.Extensions.Hosting;
using Quartz;

namespace Fraud.Jobs.Quartz;

/// <summary>Puts every job on the in-process scheduler, starts it, and stops it after running turns were told to end.</summary>
internal sealed class QuartzSchedule(JobRunner runner, Lazy<IScheduler> scheduler) : IHostedService
{
    private bool _stopped;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in runner.Jobs)
        {
            var detail = JobBuilder.Create<QuartzJob>().WithIdentity(job.Name).Build();
            var trigger = TriggerBuilder.Create().WithIdentity(job.Name).StartNow()
                .WithSimpleSchedule(s => s.WithInterval(job.Interval).RepeatForever()).Build();
            await scheduler.Value.ScheduleJob(detail, trigger, default, cancellationToken);
        }

        await scheduler.Value.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped twice; a scheduler may not
        if (!Interlocked.Exchange(ref _stopped, true))
        {
            await scheduler.Value.Shutdown(true, cancellationToken);
        }
    }
}
