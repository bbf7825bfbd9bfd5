using System.Data.Common;
using Dapper;

namespace Fraud.Storage.Sql;

/// <summary>One transaction on one connection, with the caller's token in every command.</summary>
internal sealed class Session(SqlDialect dialect, DbConnection connection, DbTransaction transaction, StatementCache? kept, CancellationToken cancellationToken)
{
    private readonly Dictionary<(Type Kind, string Key), IRowAtEnd> _atEnd = [];

    public SqlDialect Dialect => dialect;

    public CancellationToken CancellationToken => cancellationToken;

    public Task<int> ExecuteAsync(string sql, object? args = null) =>
        KeptFor(args)?.ExecuteAsync(sql, args, cancellationToken) ?? connection.ExecuteAsync(Command(sql, args));

    public async Task<List<T>> ListAsync<T>(string sql, object? args = null) =>
        KeptFor(args) is { } statements ? await statements.ListAsync<T>(sql, args, cancellationToken) : (await connection.QueryAsync<T>(Command(sql, args))).AsList();

    public Task<T?> FirstAsync<T>(string sql, object? args = null) =>
        KeptFor(args)?.FirstAsync<T>(sql, args, cancellationToken) ?? connection.QueryFirstOrDefaultAsync<T>(Command(sql, args));

    /// <summary>Runs an INSERT and gives the new row's id.</summary>
    public Task<long> InsertAsync(string sql, object args)
    {
        var both = $"{sql};\n{dialect.LastId}";
        return KeptFor(args)?.ScalarAsync(both, args, cancellationToken) ?? connection.ExecuteScalarAsync<long>(Command(both, args));
    }

    /// <summary>Inserts rows; see <see cref="SqlDialect.InsertRowsAsync"/>.</summary>
    public Task InsertRowsAsync(TableRows rows) => rows.Rows.Count == 0 ? Task.CompletedTask : dialect.InsertRowsAsync(connection, transaction, rows, cancellationToken);

    /// <summary>Inserts what is not there yet; see <see cref="SqlDialect.InsertMissingAsync"/>.</summary>
    public async Task<IReadOnlyList<long?>> InsertMissingAsync(TableRows rows, string key) =>
        rows.Rows.Count == 0 ? [] : await dialect.InsertMissingAsync(connection, transaction, rows, key, cancellationToken);

    /// <summary>What is gathered for a row in this transaction.</summary>
    public T AtEnd<T>(string key)
        where T : IRowAtEnd, new()
    {
        if (!_atEnd.TryGetValue((typeof(T), key), out var row))
        {
            _atEnd[(typeof(T), key)] = row = new T();
        }

        return (T)row;
    }

    /// <summary>Writes what was gathered; the commit follows.</summary>
    public async Task EndAsync()
    {
        // In one order, so that two transactions never wait for each other
        foreach (var (at, row) in _atEnd.OrderBy(r => r.Key.Kind.Name, StringComparer.Ordinal).ThenBy(r => r.Key.Key, StringComparer.Ordinal))
        {
            await row.WriteAsync(this, at.Key);
        }
    }

    private StatementCache? KeptFor(object? args) => StatementCache.Takes(args) ? kept : null;

    private CommandDefinition Command(string sql, object? args) => new(sql, args, transaction, cancellationToken: cancellationToken);
}
