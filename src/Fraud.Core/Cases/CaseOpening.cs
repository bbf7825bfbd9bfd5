namespace Fraud.Cases;

/// <summary>How an alert enters the queue.</summary>
public sealed record CaseOpening
{
    /// <summary>The case that this post is only another sighting of; null opens a case.</summary>
    public long? SightingOf { get; init; }

    /// <summary>Cases of the same campaign.</summary>
    public IReadOnlyList<long> Kin { get; init; } = [];

    /// <summary>What links them: "contact", "text", "key", joined by '+'; empty without kin.</summary>
    public string LinkedBy { get; init; } = "";

    /// <summary>Whether its text is indexed for comparison with later ones; false when the campaign has enough copies of it.</summary>
    public bool IndexText { get; init; } = true;

    /// <summary>Sorting key that does not change while the case waits; of the new case, or of the case sighted again.</summary>
    public required double Rank { get; init; }

    /// <summary>What makes up the rank.</summary>
    public required IReadOnlyList<PriorityPart> Parts { get; init; }
}
