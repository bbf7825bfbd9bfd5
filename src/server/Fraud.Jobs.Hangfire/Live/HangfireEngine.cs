using Fraud.Engines;

namespace Fraud.Jobs.Hangfire;

/// <summary>The Hangfire engine.</summary>
public static class HangfireEngine
{
    /// <summary>Whether it is in, and a note.</summary>
    public static Engine Engine { get; } = new("Hangfire", true, "jobs on Hangfire");
}
