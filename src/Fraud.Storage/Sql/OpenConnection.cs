using System.Data.Common;

namespace Fraud.Storage.Sql;

/// <summary>A connection that is ready for transactions, with the statements compiled on it.</summary>
internal sealed class OpenConnection(DbConnection connection, bool keepsStatements) : IDisposable, IAsyncDisposable
{
    private readonly StatementCache? _statements = keepsStatements ? new(connection) : null;

    public DbConnection Connection => connection;

    /// <summary>The statements, to run in this transaction; null when the engine does not keep them.</summary>
    public StatementCache? In(DbTransaction transaction)
    {
        _statements?.Transaction = transaction;
        return _statements;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _statements?.Dispose();
        connection.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _statements?.Dispose();
        return connection.DisposeAsync();
    }
}
