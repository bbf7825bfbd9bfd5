using Fraud.Jobs.Quartz;
using Fraud.Options;
using Fraud.Posts;
using Fraud.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace Fraud.Jobs;

/// <summary>Registers the jobs and a scheduler.</summary>
public static class JobRegistration
{
    /// <summary>Adds the jobs, one crawl job per source name, without a scheduler.</summary>
    public static IServiceCollection AddFraudJobs(this IServiceCollection services, JobOptions options, IEnumerable<string> sources)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(sources);
        OptionsGuard.ThrowIfInvalid(options, "Jobs");
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<JobMeter>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<IWorkSignal>(s => s.GetRequiredService<WorkSignal>());
        foreach (var source in sources)
        {
            services.AddSingleton<IRecurringJob>(s => new CrawlSource(source, s.GetRequiredService<ICrawler>(), options));
        }

        services.AddSingleton<IRecurringJob, DetectPending>();
        services.AddSingleton<IRecurringJob, PushAlerts>();
        services.AddSingleton<IRecurringJob, PurgeExpired>();
        services.AddSingleton<IRecurringJob, CheckpointAudit>();
        return services;
    }

    /// <summary>Runs the jobs in this process on Quartz.NET. Processes that share their data give the same folder for locks; a process alone gives none.</summary>
    public static IServiceCollection AddFraudQuartz(this IServiceCollection services, JobOptions options, string? lockFolder = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.AddQuartz(q => q.UseDefaultThreadPool(options.MaxConcurrentJobs));
        services.AddSingleton(s => new Lazy<IScheduler>(s.GetRequiredService<IScheduler>));
        services.AddSingleton(new TurnLocks(lockFolder));
        services.AddTransient<QuartzJob>();
        services.AddSingleton<QuartzWaker>();
        services.AddHostedService(s => s.GetRequiredService<QuartzWaker>());
        services.AddHostedService<QuartzSchedule>();
        return services;
    }
}
