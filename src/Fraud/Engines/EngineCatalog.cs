using Fraud.Jobs.Hangfire;
using Fraud.Learn.MLNet;
using Fraud.Storage.SqlServer;

namespace Fraud.Engines;

/// <summary>All engines the product knows.</summary>
internal static class EngineCatalog
{
    /// <summary>Embedded engines first.</summary>
    public static IReadOnlyList<Engine> All { get; } =
    [
        new("Sqlite", true, "store of the embedded edition"),
        new("Quartz", true, "jobs of the embedded edition"),
        new("Own", true, "trainer of the embedded edition"),
        SqlServerEngine.Engine,
        HangfireEngine.Engine,
        MLNetEngine.Engine,
    ];

    /// <summary>One line for the start-up log.</summary>
    public static string Line
    {
        get
        {
            var missing = All.Where(e => !e.Present).Select(e => e.Name).ToList();
            return $"engines in: {string.Join(", ", All.Where(e => e.Present).Select(e => e.Name))}" + (missing.Count == 0 ? "" : $" | out: {string.Join(", ", missing)}");
        }
    }
}
