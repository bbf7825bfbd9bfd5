using Fraud.Findings;

namespace Fraud.Cases;

/// <summary>Which cases of the queue.</summary>
public sealed record CaseFilter
{
    /// <summary>States wanted; empty means open and escalated.</summary>
    public IReadOnlyList<CaseState> States { get; init; } = [];

    /// <summary>Only this label.</summary>
    public PitchLabel? Label { get; init; }

    /// <summary>Only this source; empty means all.</summary>
    public string Source { get; init; } = "";

    /// <summary>Only this language tag; empty means all.</summary>
    public string Language { get; init; } = "";

    /// <summary>Words to be found in the masked text; empty means all.</summary>
    public string Search { get; init; } = "";

    /// <summary>Only this campaign.</summary>
    public long? CampaignId { get; init; }

    /// <summary>Page of the listing, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Cases a page, 1 to 200.</summary>
    public int PageSize { get; init; } = 50;
}
