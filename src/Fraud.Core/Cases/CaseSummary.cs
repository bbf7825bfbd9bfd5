using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Cases;

/// <summary>A case as a line of the queue.</summary>
public sealed record CaseSummary
{
    /// <summary>Case number.</summary>
    public required long Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseState State { get; init; }

    /// <summary>Verdict that opened it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Most probable label.</summary>
    public required PitchLabel Label { get; init; }

    /// <summary>Probability of the label.</summary>
    public required double Score { get; init; }

    /// <summary>Rank in the queue: expected harm, probability, reach, freshness, waiting time. Higher first.</summary>
    public required double Priority { get; init; }

    /// <summary>What makes up the priority, in numbers.</summary>
    public IReadOnlyList<PriorityPart> PriorityParts { get; init; } = [];

    /// <summary>What makes up the priority, largest part first.</summary>
    public IReadOnlyList<LocalText> PriorityReasons { get; init; } = [];

    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>First line of the masked text, at most 160 characters.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Language tag of the post; empty when unknown.</summary>
    public string Language { get; init; } = "";

    /// <summary>When the case was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the author posted, if known.</summary>
    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>Who is looking at it now; empty when nobody.</summary>
    public string Holder { get; init; } = "";

    /// <summary>Until when <see cref="Holder"/> holds it.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Fencing token of the present lease; tells nobody anything but its holder.</summary>
    public long Fence { get; init; }

    /// <summary>Campaign that links it with others by text or contact; null when none.</summary>
    public long? CampaignId { get; init; }

    /// <summary>Cases in the campaign, this one included; 1 when none.</summary>
    public int CampaignSize { get; init; } = 1;
}
