using Fraud.Commands;

namespace Fraud.Hosting;

/// <summary>The capabilities of an installation for a command that ends: nothing listens, no job runs, only warnings are logged.</summary>
internal static class Installation
{
    public static WebApplication Open(string? config, Dictionary<string, string?> overrides)
    {
        if (config is not null && !File.Exists(config))
        {
            throw new UsageException($"--config: {config} does not exist.");
        }

        var builder = FraudApplication.CreateBuilder(config, overrides);
        builder.Logging.AddFilter(null, LogLevel.Warning);
        return FraudApplication.Build(builder);
    }
}
