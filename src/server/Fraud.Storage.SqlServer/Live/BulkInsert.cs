using System.Data;
using Dapper;
using Fraud.Storage.Sql;
using Microsoft.Data.SqlClient;

namespace Fraud.Storage.SqlServer;

/// <summary>Rows by SqlBulkCopy: into a table, or through a staging table into where their key is not yet.</summary>
internal static class BulkInsert
{
    private const string Staged = "#Staged";
    private const string Position = "Position";

    public static async Task RunAsync(SqlConnection connection, SqlTransaction transaction, TableRows rows, CancellationToken cancellationToken)
    {
        // Without the checks the foreign keys would count as untrusted ever after
        var options = SqlBulkCopyOptions.KeepNulls | SqlBulkCopyOptions.CheckConstraints | (rows.Columns.Contains("Id") ? SqlBulkCopyOptions.KeepIdentity : SqlBulkCopyOptions.Default);
        using var bulk = new SqlBulkCopy(connection, options, transaction) { DestinationTableName = rows.Table, BulkCopyTimeout = 0 };
        using var data = new DataTable();
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            data.Columns.Add(rows.Columns[i], rows.Rows.Select(r => r[i]).FirstOrDefault(v => v is not (null or DBNull))?.GetType() ?? typeof(string));
            bulk.ColumnMappings.Add(rows.Columns[i], rows.Columns[i]);
        }

        foreach (var row in rows.Rows)
        {
            data.Rows.Add(row);
        }

        await bulk.WriteToServerAsync(data, cancellationToken);
    }

    public static async Task<IReadOnlyList<long?>> RunMissingAsync(SqlConnection connection, SqlTransaction transaction, TableRows rows, string key, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(Command(StageSql(rows)));
        await RunAsync(connection, transaction, new(Staged, [Position, .. rows.Columns], [.. rows.Rows.Select((r, i) => new object?[] { i }.Concat(r).ToArray())]), cancellationToken);
        var ids = new long?[rows.Rows.Count];
        foreach (var (position, id) in await connection.QueryAsync<(int Position, long Id)>(Command(MergeSql(rows, key))))
        {
            ids[position] = id;
        }

        await connection.ExecuteAsync(Command(DropSql));
        return ids;

        CommandDefinition Command(string sql) => new(sql, transaction: transaction, cancellationToken: cancellationToken);
    }

    /// <summary>Makes the staging table, with the types and collations of the real one.</summary>
    public static string StageSql(TableRows rows) => $"SELECT TOP (0) CAST(0 AS INT) AS {Position}, {string.Join(", ", rows.Columns)} INTO {Staged} FROM {rows.Table}";

    /// <summary>Brings over what is missing. HOLDLOCK keeps another writer from adding the same key in between; only MERGE can tell which row got which id.</summary>
    public static string MergeSql(TableRows rows, string key) =>
        $"""
        MERGE INTO {rows.Table} WITH (HOLDLOCK) AS t USING {Staged} AS s ON t.{key} = s.{key}
        WHEN NOT MATCHED BY TARGET THEN INSERT ({string.Join(", ", rows.Columns)}) VALUES ({string.Join(", ", rows.Columns.Select(c => $"s.{c}"))})
        OUTPUT s.{Position}, inserted.Id;
        """;

    /// <summary>Ends the staging table, which would outlive the transaction with its connection.</summary>
    public const string DropSql = $"DROP TABLE {Staged}";
}
