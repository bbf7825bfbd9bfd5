using Fraud.Jobs;
using Fraud.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fraud.Contracts;

/// <summary>What every scheduler does with our jobs.</summary>
public abstract class SchedulerContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_runs_at_the_start()
    {
        var job = new CountingJob("a");
        using var host = await StartAsync(job);

        await job.RanAsync();
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task A_hint_wakes_the_job_that_waits_for_it()
    {
        var job = new CountingJob("a", WorkKind.PostsStored);
        using var host = await StartAsync(job);
        await job.RanAsync();

        Wake(host);
        await job.RanAsync();
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task Many_hints_never_run_a_job_twice_at_once_and_the_last_one_is_not_lost()
    {
        var (seen, ready) = (0, 0);
        var job = new CountingJob("a", WorkKind.PostsStored, async token =>
        {
            seen = Volatile.Read(ref ready);
            await Task.Delay(20, token);
        });
        using var host = await StartAsync(job);
        for (var i = 1; i <= 50; i++)
        {
            Volatile.Write(ref ready, i);
            Wake(host);
            await Task.Delay(2, Token);
        }

        while (seen < 50)
        {
            await job.RanAsync();
        }

        await host.StopAsync(Token);
        Assert.Equal(1, job.MostAtOnce);
        Assert.True(job.Runs < 50, "hints were not merged");
    }

    [Fact]
    public async Task A_job_that_fails_runs_again()
    {
        var job = new CountingJob("a", WorkKind.AlertsQueued, _ => throw new InvalidOperationException("on purpose"));
        using var host = await StartAsync(job);
        await job.RanAsync();

        Wake(host, WorkKind.AlertsQueued);
        await job.RanAsync();
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task A_stop_tells_running_jobs_to_end_and_waits_for_them()
    {
        var job = new WaitingJob();
        using var host = await StartAsync(job);
        await job.Started.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);

        await host.StopAsync(Token).WaitAsync(TimeSpan.FromSeconds(20), Token);
        Assert.True(job.Ended);
    }

    /// <summary>Adds the scheduler.</summary>
    protected abstract void Add(IServiceCollection services);

    /// <summary>Starts a process of its own with these jobs.</summary>
    protected async Task<IHost> StartAsync(params IRecurringJob[] jobs)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddMetrics();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<JobMeter>();
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddSingleton<WorkSignal>();
        builder.Services.AddSingleton<IWorkSignal>(s => s.GetRequiredService<WorkSignal>());
        foreach (var job in jobs)
        {
            builder.Services.AddSingleton(job);
        }

        Add(builder.Services);
        var host = builder.Build();
        await host.StartAsync(Token);
        return host;
    }

    /// <summary>Hints that work is ready.</summary>
    protected static void Wake(IHost host, WorkKind kind = WorkKind.PostsStored) => host.Services.GetRequiredService<IWorkSignal>().Ready(kind);
}
