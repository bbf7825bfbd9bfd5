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
        if (settings.Scheduler == "Hangfire")
        {
            // One database is enough for both
            hangfire.ConnectionString = hangfire.ConnectionString.Length > 0 ? hangfire.ConnectionString : server.ConnectionString;
            Demand(hangfire.ConnectionString, "Fraud:Scheduler is Hangfire, but neither Fraud:Hangfire:ConnectionString nor Fraud:SqlServer:ConnectionString is set.");
            hangfire.Workers = settings.Role == ProcessRole.Web ? 0 : hangfire.Workers;
            services.AddFraudHangfire(hangfire);
        }
        else if (settings.Role != ProcessRole.Web)
        {
            services.AddFraudQuartz(jobs, Path.Combine(settings.DataPath, "locks"));
        }
    }

    /// <summary>Hangfire's dashboard, for administrators.</summary>
    public static void MapDashboard(WebApplication app, FraudSettings settings)
    {
        if (settings.Scheduler == "Hangfire" && settings.Role != ProcessRole.Worker)
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
