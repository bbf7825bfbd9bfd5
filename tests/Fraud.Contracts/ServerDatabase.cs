using System.Data.Common;

namespace Fraud.Contracts;

/// <summary>A database of its own on the server that FRAUD_SQLSERVER names (a connection string without database; its login may create databases). Without one the test is skipped.</summary>
public sealed class ServerDatabase : IDisposable
{
    private readonly string _name = $"fraud_test_{Guid.NewGuid():n}";
    private readonly string _server;
    private readonly Func<string, DbConnection> _connect;

    /// <summary>Makes it; connections are made from connection strings by <paramref name="connect"/>.</summary>
    public ServerDatabase(Func<string, DbConnection> connect)
    {
        (_server, _connect) = (Environment.GetEnvironmentVariable("FRAUD_SQLSERVER") ?? "", connect);
        Assert.SkipUnless(_server.Length > 0, "SqlServer: FRAUD_SQLSERVER names no server");
        Run($"CREATE DATABASE {_name}");
    }

    /// <summary>Connection string with the database.</summary>
    public string ConnectionString => With(_name);

    /// <inheritdoc/>
    public void Dispose() => Run($"ALTER DATABASE {_name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {_name}");

    private void Run(string sql)
    {
        using var connection = _connect(With("master"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string With(string database) => new DbConnectionStringBuilder { ConnectionString = _server, ["Initial Catalog"] = database }.ConnectionString;
}
