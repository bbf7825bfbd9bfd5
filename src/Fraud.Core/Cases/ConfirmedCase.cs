using Fraud.Findings;

namespace Fraud.Cases;

/// <summary>A confirmed case as reports need it.</summary>
public sealed record ConfirmedCase
{
    /// <summary>Case number.</summary>
    public required long CaseId { get; init; }

    /// <summary>The post (secrets masked) and its assessment.</summary>
    public required AssessedPost Assessed { get; init; }

    /// <summary>When it was confirmed, UTC.</summary>
    public required DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>Who confirmed it (an account name, never shown outside; reports use a pseudonym).</summary>
    public required string ConfirmedBy { get; init; }

    /// <summary>The reviewer's reason.</summary>
    public string Reason { get; init; } = "";

    /// <summary>SHA-256 (hex) of the frozen page; empty when none.</summary>
    public string EvidenceSha256 { get; init; } = "";

    /// <summary>When the page was fetched.</summary>
    public DateTimeOffset? EvidenceAt { get; init; }

    /// <summary>Other posts with the same leaked key, oldest first.</summary>
    public IReadOnlyList<CaseSighting> Sightings { get; init; } = [];

    /// <summary>Campaign; null when none.</summary>
    public long? CampaignId { get; init; }

    /// <summary>Hash of the confirming event in the audit log.</summary>
    public string EventHash { get; init; } = "";
}
