namespace Fraud.Cases;

/// <summary>Whether a decision or undo was written.</summary>
public sealed record DecideOutcome
{
    /// <summary>The state after it; null when refused.</summary>
    public CaseState? State { get; init; }

    /// <summary>"stale-lease", "already-decided", "missing", "nothing-to-undo", "not-allowed"; empty when written.</summary>
    public string Refusal { get; init; } = "";
}
