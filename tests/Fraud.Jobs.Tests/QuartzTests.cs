using Fraud.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fraud.Jobs.Tests;

public class QuartzTests
{
    [Fact]
    public async Task A_job_runs_at_the_start()
    {
        var job = new CountingJob("a");
        using var host = await StartAsync(job);

        await job.RanAsync();
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_hint_wakes_the_job_that_waits_for_it()
    {
        var job = new CountingJob("a", WorkKind.PostsStored);
        using var host = await StartAsync(job);
        await job.RanAsync();

        host.Services.GetRequiredService<IWorkSignal>().Ready(WorkKind.PostsStored);
        await job.RanAsync();
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Many_hints_never_run_a_job_twice_at_once_and_the_last_one_is_not_lost()
    {
        var seen = 0;
        var ready = 0;
        var job = new CountingJob("a", WorkKind.PostsStored, async () =>
        {
            seen = Volatile.Read(ref ready);
            await Task.Delay(20);
        });
        using var host = await StartAsync(job);
        for (var i = 1; i <= 50; i++)
        {
            Volatile.Write(ref ready, i);
            host.Services.GetRequiredService<IWorkSignal>().Ready(WorkKind.PostsStored);
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        while (seen < 50)
        {
            await job.RanAsync();
        }

        await host.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, job.MostAtOnce);
        Assert.True(job.Runs < 50, "hints were not merged");
    }

    [Fact]
    public async Task A_job_that_fails_runs_again()
    {
        var job = new CountingJob("a", WorkKind.AlertsQueued, () => throw new InvalidOperationException("broken"));
        using var host = await StartAsync(job);
        await job.RanAsync();

        host.Services.GetRequiredService<IWorkSignal>().Ready(WorkKind.AlertsQueued);
        await job.RanAsync();
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_stop_tells_running_jobs_to_end_and_waits_for_them()
    {
        var job = new WaitingJob();
        using var host = await StartAsync(job);
        await job.Started.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await host.StopAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.True(job.Ended);
    }

    private static async Task<IHost> StartAsync(IRecurringJob job)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        var options = new JobOptions();
        builder.Services.AddLogging();
        builder.Services.AddMetrics();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<JobMeter>();
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddSingleton<WorkSignal>();
        builder.Services.AddSingleton<IWorkSignal>(s => s.GetRequiredService<WorkSignal>());
        builder.Services.AddSingleton(job);
        builder.Services.AddFraudQuartz(options);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
