using System.Data.Common;
using Fraud.Contracts;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Storage.Sql;
using Fraud.Storage.Sqlite;
using Fraud.Testing;
using Microsoft.Data.Sqlite;

namespace Fraud.Storage.Tests.Sqlite;

/// <summary>Broken machines: each gives one clear sentence and leaves what was stored as it was.</summary>
public sealed class FaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_is_said_plainly_and_nothing_is_half_written()
    {
        await using var store = new TestStore(options: new() { MaxMegabytes = 2 });
        var stored = 0;
        var error = await Assert.ThrowsAsync<StorageException>(async () =>
        {
            while (true)
            {
                var noise = new byte[50_000];
                new Random(stored).NextBytes(noise);
                stored += await store.Get<ICrawlStore>().ImportAsync(Make.Page() with { Body = noise }, [Some.Post(), Some.Post()], Token);
            }
        });
        Assert.Contains("No room is left", error.Message, StringComparison.Ordinal);
        await store.ReopenAsync();
        Assert.Equal([stored, stored, stored, stored / 2], await store.SqlAsync<long>(
            "SELECT COUNT(*) FROM Post UNION ALL SELECT COUNT(*) FROM PostClear UNION ALL SELECT COUNT(*) FROM DetectQueue UNION ALL SELECT COUNT(*) FROM EvidenceBody"));
    }

    [Fact]
    public async Task Once_there_is_room_again_the_work_goes_on()
    {
        await using var full = new TestStore(options: new() { MaxMegabytes = 1 });
        var pages = 0;
        await Assert.ThrowsAsync<StorageException>(async () =>
        {
            for (; ; pages++)
            {
                await full.Get<ICrawlStore>().ImportAsync(Make.Page(new string('x', 200) + pages), [.. Enumerable.Range(0, 20).Select(_ => Some.Post())], Token);
            }
        });
        await using var roomy = new TestStore(folder: full.Options.Folder);
        Assert.Equal(1, await roomy.Get<ICrawlStore>().ImportAsync(Make.Page("new"), [Some.Post()], Token));
        Assert.Equal((20 * pages) + 1, (await roomy.Get<IDetectionStore>().TakePendingAsync("m", "p", int.MaxValue, TimeSpan.Zero, Token)).Count);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_alone()
    {
        await using var store = TestStore.Sqlite();
        Directory.CreateDirectory(store.Options.Folder);
        var file = Path.Combine(store.Options.Folder, "fraud.db");
        await File.WriteAllTextAsync(file, new string('x', 5000), Token);
        var error = await Assert.ThrowsAsync<StorageException>(() => store.Get<ICrawlStore>().ListHealthAsync(Token));
        Assert.Contains("damaged or not a database", error.Message, StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(file).Length);
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_said_plainly()
    {
        await using var store = TestStore.Sqlite();
        Directory.CreateDirectory(Path.Combine(store.Options.Folder, "fraud.db"));
        await Assert.ThrowsAsync<StorageException>(() => store.Get<ICrawlStore>().ListHealthAsync(Token));
    }

    [Theory]
    [InlineData(5, SqlFault.Locked)]
    [InlineData(8, SqlFault.ReadOnly)]
    [InlineData(13, SqlFault.Full)]
    [InlineData(10, SqlFault.Unreachable)]
    [InlineData(14, SqlFault.Unreachable)]
    [InlineData(11, SqlFault.Damaged)]
    [InlineData(26, SqlFault.Damaged)]
    [InlineData(19, SqlFault.Other)]
    public void Errors_of_sqlite_are_told_apart(int code, SqlFault fault) =>
        Assert.Equal(fault, new SqliteDialect(new()).Classify(new SqliteException("", code)));

    [Fact]
    public async Task A_database_locked_by_another_program_ends_in_a_sentence_after_the_timeout()
    {
        await using var store = new TestStore(options: new() { BusyTimeoutSeconds = 1 });
        await store.Get<ICrawlStore>().ListHealthAsync(Token);
        await using var other = store.Get<SqlDialect>().CreateConnection();
        await other.OpenAsync(Token);
        await using var transaction = await store.Get<SqlDialect>().BeginWriteAsync(other, Token);
        var error = await Assert.ThrowsAsync<StorageException>(() => store.Get<ICrawlStore>().ImportAsync(null, [Some.Post()], Token));
        Assert.Contains("locked by another process", error.Message, StringComparison.Ordinal);
        await transaction.RollbackAsync(Token);
        Assert.Equal(1, await store.Get<ICrawlStore>().ImportAsync(null, [Some.Post()], Token));
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_a_writer()
    {
        await using var store = new TestStore(options: new() { BusyTimeoutSeconds = 1 });
        await store.Get<ICrawlStore>().ImportAsync(null, [Some.Post()], Token);
        await using var writer = store.Get<SqlDialect>().CreateConnection();
        await writer.OpenAsync(Token);
        await using var transaction = await store.Get<SqlDialect>().BeginWriteAsync(writer, Token);
        Assert.Single(await store.Get<ICrawlStore>().ListHealthAsync(Token));
    }

    [Fact]
    public async Task Every_commit_is_flushed_to_the_disk()
    {
        await using var store = TestStore.Sqlite();
        await using var connection = store.Get<SqlDialect>().CreateConnection();
        await store.Get<ICrawlStore>().ListHealthAsync(Token);
        await connection.OpenAsync(Token);
        await store.Get<SqlDialect>().PrepareAsync(connection, Token);
        Assert.Equal((2L, "wal", 1L), (await PragmaAsync(connection, "synchronous"), await PragmaAsync(connection, "journal_mode"), await PragmaAsync(connection, "foreign_keys")));
    }

    private static async Task<object?> PragmaAsync(DbConnection connection, string name)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return await command.ExecuteScalarAsync(Token);
    }
}
