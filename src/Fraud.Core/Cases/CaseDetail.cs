using Fraud.Findings;

namespace Fraud.Cases;

/// <summary>All a reviewer sees of a case.</summary>
public sealed record CaseDetail
{
    /// <summary>The line of the queue.</summary>
    public required CaseSummary Summary { get; init; }

    /// <summary>The post (secrets masked) and its assessment.</summary>
    public required AssessedPost Assessed { get; init; }

    /// <summary>SHA-256 (hex) of the frozen page; empty when the post came without a page.</summary>
    public string EvidenceSha256 { get; init; } = "";

    /// <summary>When the page was fetched.</summary>
    public DateTimeOffset? EvidenceAt { get; init; }

    /// <summary>All events, oldest first.</summary>
    public IReadOnlyList<CaseEvent> History { get; init; } = [];

    /// <summary>Other posts with the same leaked key, oldest first.</summary>
    public IReadOnlyList<CaseSighting> Sightings { get; init; } = [];

    /// <summary>Other cases of the same campaign, newest first, at most 20.</summary>
    public IReadOnlyList<CaseSummary> Related { get; init; } = [];
}
