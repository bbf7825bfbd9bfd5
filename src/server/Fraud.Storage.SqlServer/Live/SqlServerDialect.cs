using System.Data;
using System.Data.Common;
using Fraud.Storage.Sql;
using Microsoft.Data.SqlClient;

namespace Fraud.Storage.SqlServer;

/// <summary>SQL Server: many writers on row locks, readers on snapshots that block nobody.</summary>
internal sealed class SqlServerDialect : SqlDialect
{
    private readonly string _connectionString;
    private volatile bool _prepared;

    public SqlServerDialect(SqlServerOptions options)
    {
        // The store's own answer to a lost race is to run the transaction again
        _connectionString = new SqlConnectionStringBuilder(options.ConnectionString) { ApplicationName = "fraud", MultipleActiveResultSets = false }.ConnectionString;
    }

    public override string Name => "SqlServer";

    public override bool SingleWriter => false;

    public override IReadOnlyList<SqlScript> Migrations { get; } = ReadScripts(typeof(SqlServerDialect).Assembly, "Migrations/SqlServer");

    // The first statement of the migration: the lock makes processes that start together migrate one after the other
    public override string CreateVersionTable =>
        """
        DECLARE @locked INT;
        EXEC @locked = sp_getapplock @Resource = N'fraud-migration', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 300000;
        IF @locked < 0 THROW 50001, N'Another process is changing the schema.', 1;
        IF OBJECT_ID(N'SchemaVersion', N'U') IS NULL
            CREATE TABLE SchemaVersion (
                Version   INT           NOT NULL CONSTRAINT SchemaVersion_Key PRIMARY KEY,
                Name      NVARCHAR(200) NOT NULL,
                Sha256    NCHAR(64)     NOT NULL,
                AppliedAt BIGINT        NOT NULL
            );
        """;

    public override string LastId => "SELECT CAST(SCOPE_IDENTITY() AS BIGINT)";

    public override string ClaimHint => " WITH (UPDLOCK, READPAST, ROWLOCK)";

    public override string UpsertHint => " WITH (UPDLOCK, HOLDLOCK)";

    public override string IndexCaseText => "";

    public override string LastIndexedCase => "";

    public override string Limit(string count, string skip = "0") => $"OFFSET {skip} ROWS FETCH NEXT {count} ROWS ONLY";

    public override string Among(string parameter) => $"(SELECT CAST(value AS BIGINT) FROM OPENJSON({parameter}))";

    public override DbConnection CreateConnection() => new SqlConnection(_connectionString);

    public override async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (_prepared)
        {
            return;
        }

        await using var command = connection.CreateCommand();
        // Azure SQL has it on; elsewhere it is switched once
        command.CommandText =
            """
            IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID() AND snapshot_isolation_state = 0)
                ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;
            """;
        await command.ExecuteNonQueryAsync(cancellationToken);
        _prepared = true;
    }

    public override ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(IsolationLevel.Snapshot, cancellationToken);

    // What was read stays as it was read; READPAST is not allowed above this level, and phantoms are kept out by key constraints and hints
    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    public override Task InsertRowsAsync(DbConnection connection, DbTransaction transaction, TableRows rows, CancellationToken cancellationToken) =>
        BulkInsert.RunAsync((SqlConnection)connection, (SqlTransaction)transaction, rows, cancellationToken);

    public override Task<IReadOnlyList<long?>> InsertMissingAsync(DbConnection connection, DbTransaction transaction, TableRows rows, string key, CancellationToken cancellationToken) =>
        BulkInsert.RunMissingAsync((SqlConnection)connection, (SqlTransaction)transaction, rows, key, cancellationToken);

    // https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors
    public override SqlFault Classify(DbException fault) => (fault as SqlException)?.Number switch
    {
        // Deadlock victim, snapshot conflict, and a unique key that another writer took first
        1205 or 3960 or 2601 or 2627 => SqlFault.Retry,
        1222 or 50001 or -2 => SqlFault.Locked,
        1101 or 1105 or 9002 or 40544 => SqlFault.Full,
        229 or 230 or 262 or 3906 or 916 => SqlFault.ReadOnly,
        823 or 824 or 825 => SqlFault.Damaged,
        // Failovers, throttling and broken connections; https://learn.microsoft.com/azure/azure-sql/database/troubleshoot-common-errors-issues
        64 or 121 or 233 or 258 or 1204 or 4221 or 10053 or 10054 or 10928 or 10929 or 40197 or 40501 or 40613 or 42108 or 42109 or 49918 or 49919 or 49920 or 20 or 0 => SqlFault.Transient,
        -1 or 2 or 53 or 4060 or 10060 or 10061 or 11001 or 18456 => SqlFault.Unreachable,
        _ => SqlFault.Other,
    };

    public override string? Explain(SqlFault fault) => fault switch
    {
        SqlFault.Locked => "SQL Server did not answer within the command timeout, or another process held the rows; look for blocked sessions. Nothing was half-written.",
        SqlFault.Full => "No room is left for the SQL Server database or its log; give it more. Nothing was half-written.",
        SqlFault.ReadOnly => "The login may not write to the SQL Server database; grant it db_datareader, db_datawriter and, for the first start of a version, db_ddladmin and ALTER on the database.",
        SqlFault.Unreachable or SqlFault.Transient => "SQL Server cannot be reached or refused the login; check Fraud:SqlServer:ConnectionString and the server.",
        SqlFault.Damaged => "SQL Server reports damaged pages; run DBCC CHECKDB and restore from a backup.",
        _ => null,
    };

    // The words travel as one parameter, one a line; each must stand in title or text
    public override SqlFilter Search(string words)
    {
        var parts = words.Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new(
            """
            EXISTS (SELECT 1 FROM Post p WHERE p.Id = r.PostId AND NOT EXISTS (
                SELECT 1 FROM STRING_SPLIT(@Search, NCHAR(10)) w
                WHERE CHARINDEX(w.value, p.Title COLLATE Latin1_General_100_CI_AS) = 0 AND CHARINDEX(w.value, p.Text COLLATE Latin1_General_100_CI_AS) = 0))
            """,
            string.Join('\n', parts),
            Indexed: false);
    }
}
