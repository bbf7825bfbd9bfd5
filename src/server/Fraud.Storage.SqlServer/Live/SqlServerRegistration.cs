using Fraud.Options;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Storage.SqlServer;

/// <summary>Registers the store on SQL Server.</summary>
public static class SqlServerRegistration
{
    /// <summary>Adds all ports of the store on SQL Server; see <see cref="StorageRegistration.AddFraudStorage"/>.</summary>
    public static IServiceCollection AddFraudSqlServer(this IServiceCollection services, StorageOptions storage, SqlServerOptions options)
    {
        OptionsGuard.ThrowIfInvalid(options, "SqlServer");
        return services.AddFraudStorage(storage, _ => new SqlServerDialect(options));
    }
}
