using System.Globalization;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;

namespace Fraud.Jobs.Hangfire;

/// <summary>Writes the timetable: every job of this configuration, and no other of ours; each has its first turn at once.</summary>
internal sealed class HangfireSchedule(JobRunner runner, IRecurringJobManager timetable, JobStorage storage, HangfireOptions options) : IHostedService
{
    private const string Prefix = "fraud:";

    public static string IdOf(IRecurringJob job) => Prefix + job.Name;

    // The first turn is woken by hints; the others join at their interval, when there is more than one can do
    private IEnumerable<string> IdsOf(IRecurringJob job) =>
        Enumerable.Range(1, job.IsShared ? options.SharedTurns : 1).Select(turn => turn == 1 ? IdOf(job) : string.Create(CultureInfo.InvariantCulture, $"{IdOf(job)}#{turn}"));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in runner.Jobs)
        {
            var name = job.Name;
            foreach (var id in IdsOf(job))
            {
                timetable.AddOrUpdate<HangfireTurn>(id, job.Queue, t => t.RunAsync(name, CancellationToken.None), HangfireCron.Of(job.Interval), new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
                timetable.Trigger(id);
            }
        }

        RemoveOthers();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void RemoveOthers()
    {
        var ours = runner.Jobs.SelectMany(IdsOf).ToHashSet(StringComparer.Ordinal);
        using var connection = storage.GetConnection();
        foreach (var stale in connection.GetRecurringJobs().Where(j => j.Id.StartsWith(Prefix, StringComparison.Ordinal) && !ours.Contains(j.Id)))
        {
            timetable.RemoveIfExists(stale.Id);
        }
    }
}
