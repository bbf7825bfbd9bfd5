using Fraud.Cases;
using Fraud.Contracts;
using Fraud.Report.Delivery;
using Fraud.Secrets;
using Fraud.Testing;

namespace Fraud.Report.Tests;

/// <summary>Reports from a real store.</summary>
public sealed class StoreTests : IAsyncDisposable
{
    private readonly TestStore _store = TestStore.Sqlite();
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_confirmed_and_not_taken_back_is_reported_with_its_place_in_the_audit_log()
    {
        await ConfirmAsync("囤词元，转手就赚");
        var undone = await ConfirmAsync("another pitch");
        await _store.Get<ICaseDesk>().UndoAsync(undone, "ann", "oops", Token);

        var manifest = await Maker().MakeAsync(new() { Formats = ["jsonl", "stix"], Since = Some.Moment.AddDays(-1), Folder = _folder["out"] }, Token);

        var head = await _store.Get<IAuditStore>().GetHeadAsync(Token);
        Assert.Equal((1, head.Sequence, head.Hash), (manifest.Cases, manifest.AuditSequence, manifest.AuditHash));
        Assert.Contains("囤词元", await File.ReadAllTextAsync(_folder["out/cases.jsonl"], Token), StringComparison.Ordinal);
        Assert.True((await ReportVerifier.VerifyAsync(_folder["out"], manifest.KeyId, Token)).IsWhole);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<long> ConfirmAsync(string text)
    {
        var id = await Make.CaseAsync(_store, Some.Post(text));
        var desk = _store.Get<ICaseDesk>();
        await desk.DecideAsync(Make.Decide((await desk.ClaimAsync(id, "ann", Token)).Lease!), Token);
        _store.Clock.Advance(TimeSpan.FromMinutes(1));
        return id;
    }

    private ReportMaker Maker() =>
        new(_store.Get<IConfirmedCases>(), _store.Get<IAuditStore>(), _store.Get<IKeyVault>(), new Testing.FakeMasker(), Desk.Formats(), new(), _store.Clock);
}
