using Fraud.Engines;

namespace Fraud.Learn.MLNet;

/// <summary>The MLNet engine.</summary>
public static class MLNetEngine
{
    /// <summary>Whether it is in, and a note.</summary>
    public static Engine Engine { get; } = new("MLNet", true, "training with ML.NET");
}
