namespace Fraud.Cases;

/// <summary>One entry of a case's history; the only way a case changes. Never edited, never deleted.</summary>
public sealed record CaseEvent
{
    /// <summary>Position in the hash-chained log of the installation, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>"case.opened", "case.claimed", "case.released", "case.decided", "case.undone", "case.sighting-added", "evidence.opened", …</summary>
    public required string Kind { get; init; }

    /// <summary>Account name, or "system".</summary>
    public required string Actor { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The actor's words; may be empty for system events.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The decision, for "case.decided" (and what was undone, for "case.undone").</summary>
    public Decision? Decision { get; init; }

    /// <summary>SHA-256 (hex) over the previous hash and this event.</summary>
    public string Hash { get; init; } = "";
}
