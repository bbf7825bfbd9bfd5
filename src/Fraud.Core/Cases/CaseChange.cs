namespace Fraud.Cases;

/// <summary>What a rule makes of a case: a refusal, or the case as it shall be and the event that says so.</summary>
public sealed record CaseChange
{
    /// <summary>Why nothing is written; empty when <see cref="After"/> is.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>State, holder, lease and fence to write; null when refused.</summary>
    public CaseSnapshot? After { get; init; }

    /// <summary>The event to log; null for a change that is none (a renewed lease).</summary>
    public EventDraft? Event { get; init; }

    /// <summary>A refusal.</summary>
    public static CaseChange Refused(string refusal) => new() { Refusal = refusal };
}
