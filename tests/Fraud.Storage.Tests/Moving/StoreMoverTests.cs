using Fraud.Cases;
using Fraud.Contracts;
using Fraud.Posts;
using Fraud.Storage.Moving;
using Fraud.Storage.Sql;
using Fraud.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fraud.Storage.Tests.Moving;

public sealed class StoreMoverTests(MovedStore source) : IClassFixture<MovedStore>, IAsyncLifetime
{
    private readonly TestStore _to = TestStore.Sqlite();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _to.DisposeAsync();

    [Fact]
    public async Task A_moved_store_holds_every_row_and_a_whole_audit_log()
    {
        var report = await MoveAsync();

        Assert.Equal(report.Rows, report.Copied);
        Assert.Null(await _to.Get<IAuditLog>().VerifyAsync(Token));
        Assert.Equal(MovedStore.Cases, (await _to.Get<ICaseStore>().ListAsync(new() { States = Enum.GetValues<CaseState>() }, Token)).Total);
        Assert.Equal(1, (await _to.Get<ICaseStore>().ListAsync(new() { Search = "number 519" }, Token)).Total);
        Assert.NotEqual(0, await Make.CaseAsync(_to, Some.Post("the next one")));
    }

    [Fact]
    public async Task A_move_that_was_cut_off_goes_on_where_it_stopped()
    {
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MoveAsync(part => CutAt(part, 0.3, cut), cut.Token));

        var report = await MoveAsync();

        Assert.InRange(report.Copied, 1, report.Rows - 500);
        Assert.Null(await _to.Get<IAuditLog>().VerifyAsync(Token));
    }

    [Fact]
    public async Task Moving_again_copies_nothing_but_single_rows() => Assert.InRange((await MoveAsync(), await MoveAsync()).Item2.Copied, 0, 2);

    [Fact]
    public async Task A_backup_is_one_state_of_a_store_whose_writers_go_on()
    {
        var written = 0;
        var mover = new StoreMover(TimeProvider.System, NullLoggerFactory.Instance) { LeavesSourceRunning = true };
        StoreFiles.Copy(source.Store.Options.Folder, _to.Options.Folder);

        var report = await mover.RunAsync(source.Store.Get<SqlDialect>(), _to.Get<SqlDialect>(), _ => written += Import(written), Token);

        Assert.InRange(written, 2, int.MaxValue);
        Assert.Equal(report.Rows, report.Copied);
        Assert.Null(await _to.Get<IAuditLog>().VerifyAsync(Token));
    }

    [Fact]
    public async Task A_row_that_differs_is_found_and_its_table_named()
    {
        await MoveAsync();
        await _to.SqlAsync("UPDATE Post SET Title = 'other' WHERE Id = 7");

        Assert.StartsWith("Table Post differs", (await Assert.ThrowsAsync<StorageException>(() => MoveAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_with_other_data_is_refused()
    {
        await Make.CasesAsync(_to, [.. Enumerable.Range(0, 3).Select(_ => Some.Post())]);

        Assert.Contains("empty", (await Assert.ThrowsAsync<StorageException>(() => MoveAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_another_installation_are_not_written_over()
    {
        using var here = new TempFolder();
        using var there = new TempFolder();
        File.WriteAllText(here["audit-checkpoints.jsonl"], "a");
        StoreFiles.Copy(here.Path, there.Path);
        StoreFiles.Copy(here.Path, there.Path);
        File.WriteAllText(there["audit-checkpoints.jsonl"], "b");

        Assert.Throws<StorageException>(() => StoreFiles.Copy(here.Path, there.Path));
    }

    private Task<MoveReport> MoveAsync(Action<double>? progress = null, CancellationToken? token = null)
    {
        StoreFiles.Copy(source.Store.Options.Folder, _to.Options.Folder);
        return new StoreMover(TimeProvider.System, NullLoggerFactory.Instance).RunAsync(source.Store.Get<SqlDialect>(), _to.Get<SqlDialect>(), progress, token ?? Token);
    }

    private int Import(int number) =>
        source.Store.Get<ICrawlStore>().ImportAsync(null, [Some.Post($"stored meanwhile {number}") with { NativeId = $"meanwhile {number}" }], CancellationToken.None).GetAwaiter().GetResult();

    private static void CutAt(double part, double at, CancellationTokenSource cut)
    {
        if (part > at)
        {
            cut.Cancel();
        }
    }
}
