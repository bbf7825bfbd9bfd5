using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Fraud.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fraud.Storage.Sqlite;

/// <summary>SQLite: one file, WAL, every commit flushed to the disk before it is answered.</summary>
public sealed class SqliteDialect : SqlDialect, IDisposable
{
    private const long PagesPerMegabyte = 256;
    private const long MostPages = 4_294_967_294;
    private readonly string _connectionString;
    private readonly string _settings;
    private readonly ConditionalWeakTable<object, string> _prepared = [];
    private readonly ConditionalWeakTable<DbConnection, Dictionary<(string Table, string Columns, string Ending), PreparedInsert>> _inserts = [];

    /// <summary>For the database file of these options; its folder exists.</summary>
    public SqliteDialect(StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(options.Folder, options.DatabaseFile),
            ForeignKeys = true,
            DefaultTimeout = options.BusyTimeoutSeconds,
        }.ConnectionString;
        var pages = options.MaxMegabytes > 0 ? options.MaxMegabytes * PagesPerMegabyte : MostPages;
        _settings = $"PRAGMA busy_timeout = {options.BusyTimeoutSeconds * 1000}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -8000; PRAGMA max_page_count = {pages}";
    }

    /// <inheritdoc/>
    public override string Name => "Sqlite";

    /// <inheritdoc/>
    public override bool SingleWriter => true;

    /// <inheritdoc/>
    public override IReadOnlyList<SqlScript> Migrations { get; } = ReadScripts(typeof(SqliteDialect).Assembly, "Migrations/Sqlite");

    /// <inheritdoc/>
    public override string CreateVersionTable =>
        "CREATE TABLE IF NOT EXISTS SchemaVersion (Version INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Sha256 TEXT NOT NULL, AppliedAt INTEGER NOT NULL)";

    /// <inheritdoc/>
    public override string LastId => "SELECT last_insert_rowid()";

    /// <inheritdoc/>
    public override string ClaimHint => "";

    /// <inheritdoc/>
    public override string UpsertHint => "";

    /// <inheritdoc/>
    public override string IndexCaseText => "INSERT INTO CaseText (rowid, Text) VALUES (@CaseId, @Text)";

    /// <inheritdoc/>
    public override string LastIndexedCase => "SELECT COALESCE(MAX(rowid), 0) FROM CaseText";

    /// <inheritdoc/>
    public override string Limit(string count, string skip = "0") => $"LIMIT {count} OFFSET {skip}";

    /// <inheritdoc/>
    public override string Among(string parameter) => $"(SELECT value FROM json_each({parameter}))";

    /// <inheritdoc/>
    public override bool KeepsStatements => true;

    /// <inheritdoc/>
    public override DbConnection CreateConnection() => new SqliteConnection(_connectionString);

    /// <summary>Closes the pooled connections; the last one folds the write-ahead log into the file.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <inheritdoc/>
    public override async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        // They last as long as the connection that the pool keeps
        if (((SqliteConnection)connection).Handle is not { } handle || _prepared.TryGetValue(handle, out _))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = _settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
        _prepared.AddOrUpdate(handle, _settings);
    }

    /// <inheritdoc/>
    public override ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        new(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true));

    /// <inheritdoc/>
    // BEGIN IMMEDIATE: the write lock is taken before the first read, so that no read is stale when it is acted on
    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        new(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false));

    /// <inheritdoc/>
    public override Task InsertRowsAsync(DbConnection connection, DbTransaction transaction, TableRows rows, CancellationToken cancellationToken)
    {
        Insert(connection, transaction, rows, "", cancellationToken);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<long?>> InsertMissingAsync(DbConnection connection, DbTransaction transaction, TableRows rows, string key, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<long?>>(Insert(connection, transaction, rows, $" ON CONFLICT ({key}) DO NOTHING", cancellationToken));

    private PreparedInsert InsertFor(DbConnection connection, TableRows rows, string ending)
    {
        var known = _inserts.GetOrCreateValue(connection);
        var key = (rows.Table, string.Join(',', rows.Columns), ending);
        return known.TryGetValue(key, out var insert) ? insert : known[key] = new(connection, rows, ending);
    }

    // The provider has nothing to wait for: it calls the library in this process
    private long?[] Insert(DbConnection connection, DbTransaction transaction, TableRows rows, string ending, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(rows);
        var insert = InsertFor(connection, rows, ending);
        var ids = new long?[rows.Rows.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // RETURNING would go by way of a temporary table
            ids[i] = insert.Run(transaction, rows.Rows[i]) ? raw.sqlite3_last_insert_rowid(((SqliteConnection)connection).Handle) : null;
        }

        return ids;
    }

    /// <inheritdoc/>
    // https://sqlite.org/rescode.html; the provider has waited the whole busy timeout before it reports 5
    public override SqlFault Classify(DbException fault) => (fault as SqliteException)?.SqliteErrorCode switch
    {
        5 or 6 => SqlFault.Locked,
        13 => SqlFault.Full,
        8 or 3 => SqlFault.ReadOnly,
        10 or 14 => SqlFault.Unreachable,
        11 or 26 => SqlFault.Damaged,
        _ => SqlFault.Other,
    };

    /// <inheritdoc/>
    public override SqlFilter Search(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        // FTS5 reads its query as a C string
        var parts = words.Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 0 && parts.All(p => p.EnumerateRunes().Count() >= 3))
        {
            return new("r.Id IN (SELECT rowid FROM CaseText WHERE CaseText MATCH @Search)", string.Join(" AND ", parts.Select(Quote)), Indexed: true);
        }

        // The index holds runs of three characters; shorter words are looked for in the excerpt and text themselves
        var like = "%" + string.Join('%', parts.Select(EscapeLike)) + "%";
        return new(@"EXISTS (SELECT 1 FROM Post p WHERE p.Id = r.PostId AND (p.Text LIKE @Search ESCAPE '\' OR p.Title LIKE @Search ESCAPE '\'))", like, Indexed: false);
    }

    private static string Quote(string word) => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string EscapeLike(string word) =>
        word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
