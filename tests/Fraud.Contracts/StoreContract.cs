namespace Fraud.Contracts;

/// <summary>A contract of the store, run on the engine that <paramref name="open"/> gives.</summary>
public abstract class StoreContract(Func<TestStore> open) : IAsyncLifetime
{
    protected TestStore Store { get; } = open();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Store.DisposeAsync();
    }
}
