using Fraud.Cases;
using Fraud.Contracts;
using Fraud.Testing;

namespace Fraud.Tests.Cli;

/// <summary>`fraud report` and `fraud verify` as a regulator's clerk types them.</summary>
public sealed class ReportCommandTests : IAsyncLifetime
{
    private readonly TestStore _store = TestStore.Sqlite();
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var id = await Make.CaseAsync(_store, Some.Post("囤词元，转手就赚"));
        var desk = _store.Get<ICaseDesk>();
        await desk.DecideAsync(Make.Decide((await desk.ClaimAsync(id, "ann", Token)).Lease!), Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_report_of_every_format_verifies_until_somebody_touches_it()
    {
        var report = _folder["report"];
        Assert.Equal(0, await RunAsync("report", "--format", "csv,jsonl,stix,misp,xarf,dsa,key-notice", "--since", "2026-10-01", "--until", "2026-12-01", "--out", report, "--data", _store.Options.Folder));
        Assert.Equal(0, await RunAsync("verify", report));

        await File.AppendAllTextAsync(Path.Combine(report, "cases.csv"), " ", Token);

        Assert.Equal(1, await RunAsync("verify", report));
    }

    [Fact]
    public async Task The_audit_log_of_a_database_verifies_until_somebody_touches_it()
    {
        Assert.Equal(0, await RunAsync("verify", _store.Options.Folder));

        await _store.SqlAsync("DROP TRIGGER CaseEvent_NoUpdate");
        await _store.SqlAsync("UPDATE CaseEvent SET Actor = 'mallory' WHERE Sequence = 2");

        Assert.Equal(1, await RunAsync("verify", _store.Options.Folder));
    }

    [Theory]
    [InlineData("report --format word --since 2026-10-01 --out")]
    [InlineData("report --format csv --since yesterday --out")]
    public async Task A_wish_that_cannot_be_met_is_code_2_and_leaves_nothing(string arguments)
    {
        Assert.Equal(2, await RunAsync([.. arguments.Split(' '), _folder["out"], "--data", _store.Options.Folder]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private static async Task<int> RunAsync(params string[] arguments)
    {
        await using var process = FraudProcess.Start(arguments);
        return await process.ExitAsync(TimeSpan.FromMinutes(1));
    }
}
