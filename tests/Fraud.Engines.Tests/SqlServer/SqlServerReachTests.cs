using Fraud.Accounts;
using Fraud.Contracts;
using Fraud.Storage;
using Fraud.Storage.SqlServer;

namespace Fraud.Engines.Tests.SqlServer;

public class SqlServerReachTests
{
    private static readonly SqlServerOptions Nowhere = new() { ConnectionString = "Server=tcp:127.0.0.1,1;Database=x;User Id=u;Password=p;Encrypt=false;Connect Timeout=2;ConnectRetryCount=0" };

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_one_sentence_for_the_operator()
    {
        Assert.SkipUnless(SqlServerEngine.Engine.Present, "SqlServer is not in this build");
        await using var store = new TestStore((services, storage) => services.AddFraudSqlServer(storage, Nowhere));

        var asked = store.Get<IAccountStore>().ListAsync(TestContext.Current.CancellationToken);
        // A failover is waited out first
        while (!asked.IsCompleted)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            store.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        var fault = await Assert.ThrowsAsync<StorageException>(() => asked);

        Assert.StartsWith("SQL Server cannot be reached", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_without_it_says_so()
    {
        Assert.SkipWhen(SqlServerEngine.Engine.Present, "SqlServer is in this build");

        Assert.Contains("not in this build", Assert.Throws<NotSupportedException>(() => new TestStore((services, storage) => services.AddFraudSqlServer(storage, Nowhere))).Message, StringComparison.Ordinal);
    }
}
