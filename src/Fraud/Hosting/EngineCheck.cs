using Fraud.Commands;
using Fraud.Engines;

namespace Fraud.Hosting;

/// <summary>An engine named in configuration but absent from the build stops the start.</summary>
internal static class EngineCheck
{
    public static void Demand(FraudSettings settings)
    {
        Demand(nameof(settings.Store), settings.Store, ["Sqlite", "SqlServer"]);
        Demand(nameof(settings.Scheduler), settings.Scheduler, ["Quartz", "Hangfire"]);
    }

    private static void Demand(string key, string name, string[] allowed)
    {
        if (!allowed.Contains(name, StringComparer.Ordinal))
        {
            throw new UsageException($"Fraud:{key} is '{name}'; it must be one of {string.Join(", ", allowed)}.");
        }

        var engine = EngineCatalog.All.Single(e => e.Name == name);
        if (!engine.Present)
        {
            throw new UsageException($"Fraud:{key} asks for {name}, which is {engine.Note}.");
        }
    }
}
