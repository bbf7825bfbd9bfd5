using Fraud.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace Fraud.Storage.Moving;

/// <summary>
/// Copies a SQLite store into another database, row by row with ids and hashes as they are. The source is locked meanwhile, so that nothing is left behind.
/// Rows go in the order of their key and each batch is one transaction: the number of rows in the target says where a run that was cut off goes on.
/// </summary>
public sealed class StoreMover(TimeProvider clock, ILoggerFactory loggers)
{
    private const double CopyShare = 0.7;

    /// <summary>Copies one state of the source and lets its writers go on: for a backup of a running service. Default false.</summary>
    public bool LeavesSourceRunning { get; init; }

    /// <summary>Moves everything and compares it. Progress goes from 0 to 1.</summary>
    /// <exception cref="StorageException">The target holds other data, or what arrived is not what was sent.</exception>
    public async Task<MoveReport> RunAsync(SqlDialect from, SqlDialect to, Action<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        using var target = new Database(to, clock, loggers.CreateLogger<Database>());
        await UpgradeAsync(from, cancellationToken);
        await target.ReadAsync(_ => Task.FromResult(0), cancellationToken);
        await using var connection = from.CreateConnection();
        await connection.OpenAsync(cancellationToken);
        await from.PrepareAsync(connection, cancellationToken);
        await using var hold = await (LeavesSourceRunning ? from.BeginReadAsync(connection, cancellationToken) : from.BeginWriteAsync(connection, cancellationToken));
        var tables = await MovedTable.ListAsync(connection, hold);
        var source = new SourceTables(connection, hold);
        var total = Math.Max(1, await source.CountAsync(tables));
        var copy = new TableCopy(source, target, done => progress?.Invoke(CopyShare * done / total));
        foreach (var table in tables)
        {
            await copy.RunAsync(table, cancellationToken);
        }

        await CaseTextIndex.FillAsync(target, cancellationToken);
        var rows = await CompareAsync(tables, source, to, part => progress?.Invoke(CopyShare + ((1 - CopyShare) * part)), cancellationToken);
        return new(tables.Count, rows, copy.Copied);
    }

    // An older source gets the present schema first, which is what the target has
    private async Task UpgradeAsync(SqlDialect from, CancellationToken cancellationToken)
    {
        using var source = new Database(from, clock, loggers.CreateLogger<Database>());
        await source.ReadAsync(_ => Task.FromResult(0), cancellationToken);
    }

    private static async Task<long> CompareAsync(IReadOnlyList<MovedTable> tables, SourceTables source, SqlDialect to, Action<double> progress, CancellationToken cancellationToken)
    {
        await using var connection = to.CreateConnection();
        await connection.OpenAsync(cancellationToken);
        await to.PrepareAsync(connection, cancellationToken);
        var rows = 0L;
        for (var i = 0; i < tables.Count; i++)
        {
            var sent = await source.DigestAsync(tables[i], cancellationToken);
            var arrived = await RowDigest.ReadAsync(connection, null, tables[i], cancellationToken);
            if (sent != arrived)
            {
                throw new StorageException($"Table {tables[i].Name} differs: {sent.Rows} rows were sent, {arrived.Rows} are there{(sent.Rows == arrived.Rows ? " but not the same" : "")}; empty the target and move again.");
            }

            rows += sent.Rows;
            progress((i + 1.0) / tables.Count);
        }

        return rows;
    }
}
