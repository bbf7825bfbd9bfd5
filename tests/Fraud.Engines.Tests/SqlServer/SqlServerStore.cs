using System.Data.Common;
using Fraud.Contracts;
using Fraud.Storage.Sql;
using Fraud.Storage.SqlServer;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Engines.Tests.SqlServer;

/// <summary>A store in a database of its own on the server that FRAUD_SQLSERVER names (a connection string without database; its login may create databases).</summary>
internal static class SqlServerStore
{
    public static TestStore Open()
    {
        Assert.SkipUnless(SqlServerEngine.Engine.Present, "SqlServer is not in this build");
        var server = Environment.GetEnvironmentVariable("FRAUD_SQLSERVER") ?? "";
        Assert.SkipUnless(server.Length > 0, "SqlServer: FRAUD_SQLSERVER names no server");
        var database = $"fraud_test_{Guid.NewGuid():n}";
        Run(server, $"CREATE DATABASE {database}");
        return new(
            (services, storage) => services.AddFraudSqlServer(storage, new() { ConnectionString = With(server, database) }),
            removed: () => Run(server, $"ALTER DATABASE {database} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {database}"));
    }

    private static void Run(string server, string sql)
    {
        using var services = new ServiceCollection().AddFraudSqlServer(new(), new() { ConnectionString = With(server, "master") }).BuildServiceProvider();
        using var connection = services.GetRequiredService<SqlDialect>().CreateConnection();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string With(string server, string database) => new DbConnectionStringBuilder { ConnectionString = server, ["Initial Catalog"] = database }.ConnectionString;
}
