using Microsoft.Extensions.Hosting;
using Quartz;

namespace Fraud.Jobs.Quartz;

/// <summary>Hands a turn of the scheduler to the job of that name; never two turns of one job at once.</summary>
[DisallowConcurrentExecution]
internal sealed class QuartzJob(JobRunner runner, QuartzWaker waker, TurnLocks locks, IHostApplicationLifetime lifetime) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.JobDetail.Key.Name;
        waker.Started(name);

        using var turn = locks.TryTake(runner.Jobs.Single(j => j.Name == name));
        if (turn is null)
        {
            // Another process is at it and sees the same work
            return;
        }

        // The scheduler waits for its turns when it stops, but does not tell them to end
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await runner.RunAsync(name, ending.Token);
    }
}
