using Fraud.Commands;
using Fraud.Jobs;
using Fraud.Jobs.Hangfire;
using Fraud.Storage;
using Fraud.Storage.SqlServer;
using Fraud.Web;

namespace Fraud.Hosting;

/// <summary>Which engine does the work, as Fraud:Store and Fraud:Scheduler say; <see cref="EngineCheck"/> has seen to it that it is there.</summary>
internal static class ServerEdition
{
    public static void AddStore(IServiceCollection services, FraudSettings settings, StorageOptions storage, SqlServerOptions server)
    {
        if (settings.Store == "SqlServer")
        {
            Demand(server.ConnectionString, "Fraud:Store is SqlServer, but Fraud:SqlServer:ConnectionString is empty.");
            services.AddFraudSqlServer(storage, server);
        }
        else
        {
            services.AddFraudStorage(storage);
        }
    }

    public static void AddScheduler(IServiceCollection services, FraudSettings settings, JobOptions jobs, HangfireOptions hangfire, SqlServerOptions server)
    {
        var lockFolder = Path.Combine(settings.DataPath, "locks");
        if (IsOnSharedHangfire(settings, hangfire))
        {
            // One database is enough for both
            hangfire.ConnectionString = hangfire.ConnectionString.Length > 0 ? hangfire.ConnectionString : server.ConnectionString;
            Demand(hangfire.ConnectionString, "Fraud:Scheduler is Hangfire, but neither Fraud:Hangfire:ConnectionString nor Fraud:SqlServer:ConnectionString is set, and Fraud:Hangfire:Storage is not Memory.");
            hangfire.Workers = settings.Role == ProcessRole.Web ? 0 : hangfire.Workers;
            services.AddFraudHangfire(hangfire);
        }
        else if (settings.Role == ProcessRole.Web)
        {
            // The other engines keep their turns in the process that runs them
            return;
        }
        else if (settings.Scheduler == "Hangfire")
        {
            services.AddFraudHangfire(hangfire, lockFolder);
        }
        else
        {
            services.AddFraudQuartz(jobs, lockFolder);
        }
    }

    private static bool IsOnSharedHangfire(FraudSettings settings, HangfireOptions hangfire) => settings.Scheduler == "Hangfire" && hangfire.Storage == HangfireStorage.SqlServer;

    /// <summary>Hangfire's dashboard, for administrators.</summary>
    public static void MapDashboard(WebApplication app, FraudSettings settings)
    {
        // A process that has no part in Hangfire has nothing to show of it
        if (app.Services.GetService<HangfireOptions>() is not null && settings.Role != ProcessRole.Worker)
        {
            app.MapFraudHangfire(Roles.Admin);
        }
    }

    private static void Demand(string connectionString, string otherwise)
    {
        if (connectionString.Length == 0)
        {
            throw new UsageException(otherwise);
        }
    }
}
