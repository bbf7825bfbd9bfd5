using System.Data.Common;
using Dapper;

namespace Fraud.Storage.Moving;

/// <summary>Reads tables in the order of their keys, under the lock of the caller's transaction.</summary>
internal sealed class SourceTables(DbConnection connection, DbTransaction transaction)
{
    public async Task<long> CountAsync(IEnumerable<MovedTable> tables)
    {
        var rows = 0L;
        foreach (var table in tables)
        {
            rows += await CountAsync(table);
        }

        return rows;
    }

    public Task<long> CountAsync(MovedTable table) => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table.Name}", transaction: transaction);

    public Task<RowDigest> DigestAsync(MovedTable table, CancellationToken cancellationToken) => RowDigest.ReadAsync(connection, transaction, table, cancellationToken);

    /// <summary>Rows after one of them, or after the first so many.</summary>
    public async Task<List<object?[]>> ReadAsync(MovedTable table, object?[]? after, long skip, int count, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var key = string.Join(", ", table.Key);
        var where = after is null ? "" : $" WHERE ({key}) > ({string.Join(", ", table.Key.Select((_, i) => $"@k{i}"))})";
        command.CommandText = $"SELECT {string.Join(", ", table.Columns)} FROM {table.Name}{where} ORDER BY {key} LIMIT {count} OFFSET {(after is null ? skip : 0)}";
        for (var i = 0; after is not null && i < table.Key.Count; i++)
        {
            Add(command, $"@k{i}", after[table.Columns.ToList().IndexOf(table.Key[i])]);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<object?[]>(count);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        }

        return rows;
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
