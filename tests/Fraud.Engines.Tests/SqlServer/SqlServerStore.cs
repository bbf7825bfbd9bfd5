using System.Data.Common;
using Fraud.Contracts;
using Fraud.Storage.Sql;
using Fraud.Storage.SqlServer;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Engines.Tests.SqlServer;

/// <summary>A store on SQL Server, in a database of its own.</summary>
internal static class SqlServerStore
{
    public static TestStore Open()
    {
        Assert.SkipUnless(SqlServerEngine.Engine.Present, "SqlServer is not in this build");
        var database = new ServerDatabase(Connect);
        return new((services, storage) => services.AddFraudSqlServer(storage, new() { ConnectionString = database.ConnectionString }), removed: database.Dispose);
    }

    private static DbConnection Connect(string connectionString)
    {
        using var services = new ServiceCollection().AddFraudSqlServer(new(), new() { ConnectionString = connectionString }).BuildServiceProvider();
        return services.GetRequiredService<SqlDialect>().CreateConnection();
    }
}
