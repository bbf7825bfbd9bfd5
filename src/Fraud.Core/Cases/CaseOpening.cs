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

    /// <summary>Sorting key that does not change while the case waits; see <see cref="CaseSummary.Priority"/>.</summary>
    public double Rank { get; init; }

    /// <summary>Posts known of the campaign when the rank was made, this one included.</summary>
    public int Reach { get; init; } = 1;
}
