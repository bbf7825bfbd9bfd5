using Fraud.Engines;

namespace Fraud.Learn.MLNet;

/// <summary>The MLNet engine.</summary>
public static class MLNetEngine
{
    /// <summary>Whether it is in, and a note.</summary>
    public static Engine Engine { get; } = new("MLNet", false, "not in this build: the package feed could not restore Microsoft.ML; build with -p:FraudEngines=all on a feed that has them");
}
