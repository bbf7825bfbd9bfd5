using Fraud.Contracts;
using Fraud.Storage;
using Fraud.Storage.Sql;
using Fraud.Storage.Sqlite;
using Fraud.Storage.SqlServer;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Engines.Tests.TSql;

/// <summary>Stores for the contracts in SQL Server's language.</summary>
internal static class TSqlStore
{
    public static SqlDialect Server { get; } = Present ? OpenServer() : new SqliteDialect(new());

    private static bool Present => SqlServerEngine.Engine.Present;

    public static TestStore Open()
    {
        Assert.SkipUnless(Present, "SqlServer is not in this build");
        return new((services, storage) => services.AddFraudStorage(storage, _ => OpenDialect(storage)));
    }

    /// <summary>What goes to the server around a bulk copy. Read by name, because a build without the engine has no such type.</summary>
    public static List<string> BulkStatements(TableRows rows, string key)
    {
        var bulk = Server.GetType().Assembly.GetType("Fraud.Storage.SqlServer.BulkInsert")!;
        return
        [
            (string)bulk.GetMethod("StageSql")!.Invoke(null, [rows])!,
            (string)bulk.GetMethod("MergeSql")!.Invoke(null, [rows, key])!,
            (string)bulk.GetField("DropSql")!.GetRawConstantValue()!,
        ];
    }

    private static TSqlDialect OpenDialect(StorageOptions storage)
    {
        Directory.CreateDirectory(storage.Folder);
        return new(Server, new(storage));
    }

    // Nothing connects: only its texts are read
    private static SqlDialect OpenServer() =>
        new ServiceCollection().AddFraudSqlServer(new(), new() { ConnectionString = "Server=nowhere" }).BuildServiceProvider().GetRequiredService<SqlDialect>();
}
