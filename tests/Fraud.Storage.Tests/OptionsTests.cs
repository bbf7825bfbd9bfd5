using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Storage.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void All_faults_of_the_options_are_named_at_once()
    {
        var options = new StorageOptions { Folder = "", DatabaseFile = "../evil.db", BusyTimeoutSeconds = 0, Retention = new() { NoCaseDays = -1 } };
        var error = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddFraudStorage(options));
        Assert.All(["Storage:Folder", "Storage:DatabaseFile", "Storage:BusyTimeoutSeconds", "Storage:Retention:NoCaseDays"], key => Assert.Contains(key, error.Message, StringComparison.Ordinal));
    }
}
