namespace Fraud.Report;

/// <summary>What report is wanted.</summary>
public sealed record ReportRequest
{
    /// <summary>Names of formats, at least one.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>First moment of the period.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>First moment after the period; null, or a moment to come, means now.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Folder to be made; one that exists must be empty.</summary>
    public required string Folder { get; init; }
}
