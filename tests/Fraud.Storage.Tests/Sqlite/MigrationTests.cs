using Fraud.Contracts;
using Fraud.Posts;
using Fraud.Storage.Sql;
using Fraud.Storage.Sqlite;
using Fraud.Testing;

namespace Fraud.Storage.Tests.Sqlite;

public sealed class MigrationTests
{
    private const string Queues = "SELECT q.Host || ' ' || q.Targets || ' ' || substr(t.Url, 1, 5) FROM CrawlTarget t JOIN CrawlQueue q ON q.Id = t.QueueId ORDER BY t.Id";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Migrations_are_numbered_from_one_without_gap()
    {
        var scripts = new SqliteDialect(new()).Migrations;
        Assert.Equal(Enumerable.Range(1, scripts.Count), scripts.Select(s => s.Version));
        Assert.Equal("Initial", scripts[0].Name);
    }

    [Fact]
    public async Task Programs_that_start_at_once_on_an_empty_folder_make_one_schema()
    {
        await using var first = TestStore.Sqlite();
        await using var second = new TestStore(folder: first.Options.Folder);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? first : second).Get<ICrawlStore>().ImportAsync(null, [Some.Post()], Token))));
        Assert.Equal([first.Get<SqlDialect>().Migrations.Count, 8L], await first.SqlAsync<long>("SELECT COUNT(*) FROM SchemaVersion UNION ALL SELECT COUNT(*) FROM Post"));
    }

    [Fact]
    public async Task Targets_of_the_first_schema_find_their_hosts_queue()
    {
        await using var store = TestStore.Sqlite();
        await store.Get<ICrawlStore>().AddTargetsAsync([.. new[] { "https://A.example:8443/x?u=http://b.example/", "http://b.example?q=1", "http://b.example/y" }.Select(u => Make.Target(u))], Token);
        var expected = await store.SqlAsync<string>(Queues);
        await store.SqlAsync("UPDATE CrawlTarget SET QueueId = NULL; DELETE FROM CrawlQueue; DELETE FROM CrawlHost");
        var script = store.Get<SqlDialect>().Migrations.Single(m => m.Name == "CrawlFrontier").Text;
        await store.SqlAsync(script[script.IndexOf("INSERT INTO CrawlHost", StringComparison.Ordinal)..script.IndexOf("CREATE INDEX CrawlTarget_Queue", StringComparison.Ordinal)]);
        Assert.Equal(["a.example 1 https", "b.example 2 http:", "b.example 2 http:"], expected);
        Assert.Equal(expected, await store.SqlAsync<string>(Queues));
    }

    [Fact]
    public async Task A_migration_that_was_edited_after_release_stops_the_start()
    {
        await using var store = TestStore.Sqlite();
        await store.Get<ICrawlStore>().ListHealthAsync(Token);
        await store.SqlAsync("UPDATE SchemaVersion SET Sha256 = 'other'");
        await store.ReopenAsync();
        var error = await Assert.ThrowsAsync<StorageException>(() => store.Get<ICrawlStore>().ListHealthAsync(Token));
        Assert.Contains("0001_Initial differs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_not_touched()
    {
        await using var store = TestStore.Sqlite();
        await store.Get<ICrawlStore>().ListHealthAsync(Token);
        await store.SqlAsync("INSERT INTO SchemaVersion VALUES (9999, 'Future', 'x', 0)");
        await store.ReopenAsync();
        var error = await Assert.ThrowsAsync<StorageException>(() => store.Get<ICrawlStore>().ImportAsync(null, [Some.Post()], Token));
        Assert.Contains("migration 9999", error.Message, StringComparison.Ordinal);
    }
}
