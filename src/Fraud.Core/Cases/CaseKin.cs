using Fraud.Findings;

namespace Fraud.Cases;

/// <summary>A case that shares a mark with a new alert.</summary>
public sealed record CaseKin
{
    /// <summary>Case number.</summary>
    public required long CaseId { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseState State { get; init; }

    /// <summary>Its label.</summary>
    public required PitchLabel Label { get; init; }

    /// <summary>Its campaign; null when none.</summary>
    public long? CampaignId { get; init; }

    /// <summary>Cases in its campaign; 1 when none.</summary>
    public int CampaignSize { get; init; } = 1;

    /// <summary>Its sorting key.</summary>
    public double Rank { get; init; }

    /// <summary>What makes up its rank.</summary>
    public IReadOnlyList<PriorityPart> Parts { get; init; } = [];

    /// <summary>Other posts that showed its key.</summary>
    public int Sightings { get; init; }

    /// <summary>How many of the alert's leaked keys are this case's own.</summary>
    public int SharedKeys { get; init; }

    /// <summary>Shares a leaked key.</summary>
    public bool SameKey => SharedKeys > 0;

    /// <summary>Shares a contact of the author.</summary>
    public bool SameContact { get; init; }

    /// <summary>Its text signature; empty when it has none.</summary>
    public byte[] Signature { get; init; } = [];
}
