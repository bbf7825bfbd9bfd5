using Fraud.Engines;

namespace Fraud.Jobs.Hangfire;

/// <summary>The Hangfire engine.</summary>
public static class HangfireEngine
{
    /// <summary>Whether it is in, and a note.</summary>
    public static Engine Engine { get; } = new("Hangfire", false, "not in this build: the package feed could not restore Hangfire.AspNetCore, Hangfire.SqlServer and Microsoft.Data.SqlClient; build with -p:FraudEngines=all on a feed that has them");
}
