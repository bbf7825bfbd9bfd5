namespace Fraud.Report.Delivery;

/// <summary>What verifying a report folder found.</summary>
public sealed record ReportCheck
{
    /// <summary>The manifest; null when it is missing or none of ours.</summary>
    public ReportManifest? Manifest { get; init; }

    /// <summary>One sentence a fault; empty when the report is whole.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Whether every file is as it was signed.</summary>
    public bool IsWhole => Faults.Count == 0;
}
