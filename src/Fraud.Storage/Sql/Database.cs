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
    private volatile bool _disposed;
    // The writer's, from one transaction to the next: its statements stay compiled
    private OpenConnection? _kept;

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
        _disposed = true;
        Interlocked.Exchange(ref _kept, null)?.Dispose();
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
        var keep = write && dialect is { SingleWriter: true, KeepsStatements: true };
        var open = (keep ? Interlocked.Exchange(ref _kept, null) : null) ?? await OpenAsync(cancellationToken);
        try
        {
            var result = await RunInAsync(open, work, write, committing, cancellationToken);
            if (keep && !_disposed)
            {
                // A faulty one is not kept
                (open, _kept) = (null, open);
            }

            return result;
        }
        finally
        {
            if (open is not null)
            {
                await open.DisposeAsync();
            }
        }
    }

    private async Task<T> RunInAsync<T>(OpenConnection open, Func<Session, Task<T>> work, bool write, Action committing, CancellationToken cancellationToken)
    {
        await using var transaction = write
            ? await dialect.BeginWriteAsync(open.Connection, cancellationToken)
            : await dialect.BeginReadAsync(open.Connection, cancellationToken);
        var session = new Session(dialect, open.Connection, transaction, open.In(transaction), cancellationToken);
        var result = await work(session);
        await session.EndAsync();
        committing();
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    private async Task<OpenConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = dialect.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            await dialect.PrepareAsync(connection, cancellationToken);
            return new(connection, dialect.KeepsStatements);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
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
