using Fraud.Options;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Jobs.Hangfire;

/// <summary>Runs the jobs on Hangfire.</summary>
public static class HangfireRegistration
{
    private static readonly string[] AllQueues = ["alert", "detect", "crawl", "audit", "purge"];

    /// <summary>Runs the jobs on Hangfire. Call it after AddFraudJobs. Processes that share their data but keep their turns in memory give the same folder for locks.</summary>
    public static IServiceCollection AddFraudHangfire(this IServiceCollection services, HangfireOptions options, string? lockFolder = null)
    {
        OptionsGuard.ThrowIfInvalid(options, "Hangfire");
        var kept = TimeSpan.FromHours(options.KeepHours);
        return options.Storage == HangfireStorage.Memory
            ? services.AddFraudHangfire(options, new(lockFolder), c => c.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = kept }).WithJobExpirationTimeout(kept))
            : services.AddFraudHangfire(options, new(null), c => c.UseSqlServerStorage(options.ConnectionString, Storage(options)).WithJobExpirationTimeout(kept));
    }

    /// <summary>Maps the dashboard below /jobs for those the policy lets in.</summary>
    public static IEndpointConventionBuilder MapFraudHangfire(this IEndpointRouteBuilder endpoints, string policy)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var dashboard = new DashboardOptions { DashboardTitle = "Fraud", AppPath = "/", DisplayStorageConnectionString = false };
        var mapped = endpoints.MapHangfireDashboardWithAuthorizationPolicy(policy, "/jobs", dashboard);
        mapped.Add(DashboardPolicy.Apply);
        return mapped;
    }

    internal static IServiceCollection AddFraudHangfire(this IServiceCollection services, HangfireOptions options, TurnLocks locks, Action<IGlobalConfiguration> storage)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddHangfire(c =>
        {
            c.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            storage(c);
        });
        services.AddSingleton(options);
        services.AddSingleton(locks);
        services.AddTransient<HangfireTurn>();
        services.AddHostedService<HangfireSchedule>();
        services.AddHostedService<HangfireWaker>();
        if (options.Workers > 0)
        {
            services.AddHangfireServer(s =>
            {
                s.WorkerCount = options.Workers;
                s.Queues = options.Queues.Count > 0 ? [.. options.Queues] : AllQueues;
                s.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            });
        }

        return services;
    }

    internal static SqlServerStorageOptions Storage(HangfireOptions options) => new()
    {
        SchemaName = options.Schema,
        SqlClientFactory = SqlClientFactory.Instance,
        // A worker that dies gives its turn back after this; a living one renews it
        SlidingInvisibilityTimeout = TimeSpan.FromMinutes(5),
        QueuePollInterval = TimeSpan.Zero,
    };
}
