using Fraud.Storage.Sql;

namespace Fraud.Storage.Moving;

/// <summary>Copies tables batch by batch, each in a transaction of its own.</summary>
internal sealed class TableCopy(SourceTables source, Database target, Action<long> progress)
{
    // Frozen pages are rows too: a batch of them must fit into memory
    private const int Batch = 500;
    private long _done;

    /// <summary>Rows copied so far.</summary>
    public long Copied { get; private set; }

    public async Task RunAsync(MovedTable table, CancellationToken cancellationToken)
    {
        var there = table.IsSingle ? 0 : await target.ReadAsync(s => s.FirstAsync<long>($"SELECT COUNT(*) FROM {table.Name}"), cancellationToken);
        if (there > await source.CountAsync(table))
        {
            throw new StorageException($"The target already holds other data in table {table.Name}; give an empty database.");
        }

        _done += there;
        object?[]? last = null;
        while (true)
        {
            var rows = await source.ReadAsync(table, last, there, Batch, cancellationToken);
            await WriteAsync(table, rows, cancellationToken);
            Copied += rows.Count;
            progress(_done += rows.Count);
            if (rows.Count < Batch)
            {
                return;
            }

            last = rows[^1];
        }
    }

    private async Task WriteAsync(MovedTable table, List<object?[]> rows, CancellationToken cancellationToken)
    {
        try
        {
            await target.WriteAsync(
                async s =>
                {
                    if (table.IsSingle)
                    {
                        await s.ExecuteAsync($"DELETE FROM {table.Name}");
                    }

                    await s.InsertRowsAsync(new(table.Name, table.Columns, rows));
                    return 0;
                },
                cancellationToken);
        }
        catch (System.Data.Common.DbException e)
        {
            throw new StorageException($"Table {table.Name} does not take the rows; the target holds other data or another version: empty it and move again.", e);
        }
    }
}
