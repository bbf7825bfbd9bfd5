using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Fraud.Storage.Sql;

/// <summary>Opens connections, brings the schema up to date before the first use, and runs reads and writes as transactions.</summary>
internal sealed class Database(SqlDialect dialect, TimeProvider clock, ILogger<Database> logger) : IDisposable
{
    private const int Tries = 8;
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SemaphoreSlim _migrating = new(1, 1);
    private volatile bool _ready;

    public SqlDialect Dialect => dialect;

    /// <summary>Runs queries on one state of the data.</summary>
    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        await ReadyAsync(cancellationToken);
        return await RunAsync(work, write: false, cancellationToken);
    }

    /// <summary>Runs a transaction that writes. It is repeated whole when another writer was faster, so <paramref name="work"/> has no other effects.</summary>
    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        await ReadyAsync(cancellationToken);
        if (!dialect.SingleWriter)
        {
            return await RunAsync(work, write: true, cancellationToken);
        }

        await _writer.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(work, write: true, cancellationToken);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _migrating.Dispose();
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        if (_ready)
        {
            return;
        }

        await _migrating.WaitAsync(cancellationToken);
        try
        {
            if (!_ready)
            {
                var applied = await RunAsync(s => Migrator.RunAsync(s, clock.GetUtcNow()), write: true, cancellationToken);
                Log.Migrated(logger, dialect.Name, applied);
                _ready = true;
            }
        }
        finally
        {
            _migrating.Release();
        }
    }

    private async Task<T> RunAsync<T>(Func<Session, Task<T>> work, bool write, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var committing = false;
            try
            {
                return await RunOnceAsync(work, write, () => committing = true, cancellationToken);
            }
            catch (DbException e) when (attempt < Tries && (!committing || !write) && dialect.Classify(e) == SqlFault.Transient)
            {
                // Not after a commit was sent: nobody knows whether it arrived
                StorageMetrics.Retries.Add(1);
                await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), clock, cancellationToken);
            }
            catch (Exception e) when (attempt < Tries && (e is LostRaceException || (e is DbException d && dialect.Classify(d) == SqlFault.Retry)))
            {
                StorageMetrics.Retries.Add(1);
                await Task.Delay(TimeSpan.FromMilliseconds(5 << attempt), clock, cancellationToken);
            }
            catch (DbException e) when ((dialect.Explain(dialect.Classify(e)) ?? Sentence(dialect.Classify(e))) is { } sentence)
            {
                Log.Failed(logger, e, dialect.Name);
                throw new StorageException(sentence, e);
            }
        }
    }

    private async Task<T> RunOnceAsync<T>(Func<Session, Task<T>> work, bool write, Action committing, CancellationToken cancellationToken)
    {
        await using var connection = dialect.CreateConnection();
        await connection.OpenAsync(cancellationToken);
        await dialect.PrepareAsync(connection, cancellationToken);
        await using var transaction = write
            ? await dialect.BeginWriteAsync(connection, cancellationToken)
            : await dialect.BeginReadAsync(connection, cancellationToken);
        await using var session = new Session(dialect, connection, transaction, cancellationToken);
        var result = await work(session);
        // Before the commit: an unfinished statement would keep the transaction open
        await session.DisposeAsync();
        committing();
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    private static string? Sentence(SqlFault fault) => fault switch
    {
        SqlFault.Retry or SqlFault.Locked => "The database stayed locked by another process; stop that process or raise Storage:BusyTimeoutSeconds.",
        SqlFault.Full => "No room is left for the database; free disk space or raise Storage:MaxMegabytes. Nothing was half-written.",
        SqlFault.ReadOnly => "The database may not be written; give the service's account write permission on the folder Storage:Folder. Nothing was half-written.",
        SqlFault.Unreachable or SqlFault.Transient => "The database cannot be opened; check that Storage:Folder exists and belongs to the service's account.",
        SqlFault.Damaged => "The database file is damaged or not a database; restore it from a backup and run 'fraud verify' on it.",
        _ => null,
    };
}
