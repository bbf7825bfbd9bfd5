using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;

namespace Fraud.Jobs.Hangfire;

/// <summary>Writes the timetable: every job of this configuration, and no other of ours; each has its first turn at once.</summary>
internal sealed class HangfireSchedule(JobRunner runner, IRecurringJobManager timetable, JobStorage storage) : IHostedService
{
    private const string Prefix = "fraud:";

    public static string IdOf(IRecurringJob job) => Prefix + job.Name;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in runner.Jobs)
        {
            var name = job.Name;
            timetable.AddOrUpdate<HangfireTurn>(IdOf(job), job.Queue, t => t.RunAsync(name, CancellationToken.None), HangfireCron.Of(job.Interval), new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
            timetable.Trigger(IdOf(job));
        }

        RemoveOthers();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void RemoveOthers()
    {
        var ours = runner.Jobs.Select(IdOf).ToHashSet(StringComparer.Ordinal);
        using var connection = storage.GetConnection();
        foreach (var stale in connection.GetRecurringJobs().Where(j => j.Id.StartsWith(Prefix, StringComparison.Ordinal) && !ours.Contains(j.Id)))
        {
            timetable.RemoveIfExists(stale.Id);
        }
    }
}
