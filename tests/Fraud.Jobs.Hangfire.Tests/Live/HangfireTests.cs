using Hangfire;
using Hangfire.InMemory;

namespace Fraud.Jobs.Hangfire.Tests;

[Collection("Hangfire")]
public sealed class HangfireTests : HangfireContract, IDisposable
{
    private readonly InMemoryStorage _storage;

    // Not before the contract has cut the log off from the host of the test before
    public HangfireTests() => _storage = new();

    protected override JobStorage Storage => _storage;

    public void Dispose() => _storage.Dispose();
}
