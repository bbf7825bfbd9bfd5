using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Storage.SqlServer;

/// <summary>Registers the store on SQL Server, in a build that has it.</summary>
public static class SqlServerRegistration
{
    /// <summary>Refuses: this build has no SQL Server.</summary>
    public static IServiceCollection AddFraudSqlServer(this IServiceCollection services, StorageOptions storage, SqlServerOptions options) =>
        throw new NotSupportedException($"SqlServer is {SqlServerEngine.Engine.Note}.");
}
