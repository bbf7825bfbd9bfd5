using Fraud.Contracts;
using Fraud.Work;
using Hangfire;
using Hangfire.Logging;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Jobs.Hangfire.Tests;

/// <summary>The scheduler's contract and what Hangfire owes besides, on one of its storages.</summary>
public abstract class HangfireContract : SchedulerContract
{
    protected HangfireContract()
    {
        // Hangfire logs to the process's last host, which the test before has ended
        LogProvider.SetCurrentLogProvider(null);
    }

    protected abstract JobStorage Storage { get; }

    [Fact]
    public async Task Hints_on_two_processes_never_run_a_job_twice_at_once()
    {
        var job = new CountingJob("a", WorkKind.PostsStored, token => Task.Delay(150, token));
        using var one = await StartAsync(job);
        using var two = await StartAsync(job);
        for (var i = 0; i < 10; i++)
        {
            Wake(one);
            Wake(two);
            await Task.Delay(60, TestContext.Current.CancellationToken);
        }

        await job.RanAsync();
        await Task.WhenAll(one.StopAsync(TestContext.Current.CancellationToken), two.StopAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, job.MostAtOnce);
    }

    [Fact]
    public async Task A_job_that_fails_is_planned_again()
    {
        var job = new CountingJob("a", body: _ => throw new InvalidOperationException("on purpose"));
        using var host = await StartAsync(job);
        await job.RanAsync();

        await UntilAsync(() => Storage.GetMonitoringApi().ScheduledCount() == 1);

        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_job_that_left_the_configuration_leaves_the_timetable()
    {
        var timetable = new RecurringJobManager(Storage);
        timetable.AddOrUpdate("fraud:old", () => Console.WriteLine(), Cron.Never());
        timetable.AddOrUpdate("somebody else's", () => Console.WriteLine(), Cron.Never());

        using var after = await StartAsync(new CountingJob("kept"));

        using var connection = Storage.GetConnection();
        Assert.Equal(["fraud:kept", "somebody else's"], connection.GetRecurringJobs().Select(j => j.Id).Order(StringComparer.Ordinal));
        await after.StopAsync(TestContext.Current.CancellationToken);
    }

    protected override void Add(IServiceCollection services) =>
        services.AddFraudHangfire(new HangfireOptions { Workers = 2 }, new(null), c => c.UseStorage(Storage));

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < 200 && !holds(); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.True(holds());
    }
}
