using System.Data.Common;
using Fraud.Storage.Sql;
using Fraud.Storage.Sqlite;

namespace Fraud.Engines.Tests.TSql;

/// <summary>The store writes what SQL Server would get, and SQLite answers: the product's statements meet real tables without a server. Locks, types and isolation stay untested.</summary>
internal sealed class TSqlDialect(SqlDialect server, SqliteDialect sqlite) : SqlDialect, IDisposable
{
    public override string Name => "SqlServer's statements on SQLite";

    public override bool SingleWriter => true;

    public override IReadOnlyList<SqlScript> Migrations => sqlite.Migrations;

    public override string CreateVersionTable => sqlite.CreateVersionTable;

    public override string LastId => server.LastId;

    public override string ClaimHint => server.ClaimHint;

    public override string UpsertHint => server.UpsertHint;

    public override string IndexCaseText => sqlite.IndexCaseText;

    public override string LastIndexedCase => sqlite.LastIndexedCase;

    public override string Limit(string count, string skip = "0") => server.Limit(count, skip);

    public override string Among(string parameter) => server.Among(parameter);

    public override DbConnection CreateConnection() => new RecordingConnection(sqlite.CreateConnection(), Translate);

    public override Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken) => sqlite.PrepareAsync(((RecordingConnection)connection).Inner, cancellationToken);

    public override ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        sqlite.BeginReadAsync(((RecordingConnection)connection).Inner, cancellationToken);

    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        sqlite.BeginWriteAsync(((RecordingConnection)connection).Inner, cancellationToken);

    public override Task InsertRowsAsync(DbConnection connection, DbTransaction transaction, TableRows rows, CancellationToken cancellationToken) =>
        sqlite.InsertRowsAsync(((RecordingConnection)connection).Inner, transaction, rows, cancellationToken);

    // The bulk protocol is SQL Server's own; the statements around it are checked
    public override Task<IReadOnlyList<long?>> InsertMissingAsync(DbConnection connection, DbTransaction transaction, TableRows rows, string key, CancellationToken cancellationToken)
    {
        TSqlStore.BulkStatements(rows, key).ForEach(sql => TSqlText.Checked(sql));
        return sqlite.InsertMissingAsync(((RecordingConnection)connection).Inner, transaction, rows, key, cancellationToken);
    }

    public override SqlFault Classify(DbException fault) => sqlite.Classify(fault);

    // SQLite has no STRING_SPLIT: its own search answers, the server's is only checked
    public override SqlFilter Search(string words)
    {
        TSqlText.Checked($"SELECT r.Id FROM ReviewCase r WHERE {server.Search(words).Condition}");
        return sqlite.Search(words) with { Indexed = false };
    }

    public void Dispose() => sqlite.Dispose();

    // SQLite's own statements (schema, index of texts) never reach SQL Server
    private string Translate(string sql)
    {
        if (Migrations.All(m => m.Text != sql) && sql != CreateVersionTable && sql != IndexCaseText && sql != LastIndexedCase)
        {
            TSqlText.Checked(sql.Replace(sqlite.Search("indexed words").Condition, "1 = 1", StringComparison.Ordinal));
        }

        return TSqlText.ToSqlite(sql);
    }
}
