using Fraud.Cases;
using Fraud.Contracts;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Storage.Tests.Moving;

/// <summary>A store with something in most tables, more than one batch in some.</summary>
public sealed class MovedStore : IAsyncLifetime
{
    public const int Cases = 521;

    public TestStore Store { get; } = TestStore.Sqlite();

    public async ValueTask InitializeAsync()
    {
        await Store.Get<ICrawlStore>().CompleteAsync(Make.Visit(Make.Target("https://a.example/1"), Make.Page(), Some.Post("half \ud800 a pair, \0 and \U0001F600")), CancellationToken.None);
        await Make.CasesAsync(Store, [.. Enumerable.Range(0, Cases - 1).Select(i => Some.Post($"token hoarding number {i}"))]);
        var desk = Store.Get<ICaseDesk>();
        await desk.DecideAsync(Make.Decide((await desk.ClaimAsync(1, "ann", CancellationToken.None)).Lease!), CancellationToken.None);
        await Store.Get<IAuditCheckpointer>().CheckpointAsync(force: true, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
