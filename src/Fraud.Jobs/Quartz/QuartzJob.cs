using Quartz;

namespace Fraud.Jobs.Quartz;

/// <summary>Hands a turn of the scheduler to the job of that name; never two turns of one job at once.</summary>
[DisallowConcurrentExecution]
internal sealed class QuartzJob(JobRunner runner, QuartzWaker waker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.JobDetail.Key.Name;
        waker.Started(name);
        await runner.RunAsync(name, cancellationToken);
    }
}
