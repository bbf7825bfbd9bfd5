using System.Data.Common;
using Dapper;

namespace Fraud.Storage.Sql;

/// <summary>One transaction on one connection, with the caller's token in every command.</summary>
internal sealed class Session(SqlDialect dialect, DbConnection connection, DbTransaction transaction, StatementCache? kept, CancellationToken cancellationToken)
{
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

    private StatementCache? KeptFor(object? args) => StatementCache.Takes(args) ? kept : null;

    private CommandDefinition Command(string sql, object? args) => new(sql, args, transaction, cancellationToken: cancellationToken);
}
