using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats.Stix;

/// <summary>What is said of a campaign, or of a case that belongs to none, gathered over its cases.</summary>
internal sealed class StixCluster(string name, long? campaignId, ConfirmedCase first)
{
    /// <summary>Permanent within the installation: "campaign 12", "case 17".</summary>
    public string Name { get; } = name;

    public long? CampaignId { get; } = campaignId;

    public int Cases { get; private set; }

    public DateTimeOffset FirstSeen { get; private set; } = first.FirstSeen();

    public DateTimeOffset LastSeen { get; private set; } = first.LastSeen();

    public DateTimeOffset Created { get; } = first.ConfirmedAt;

    public DateTimeOffset Modified { get; private set; } = first.ConfirmedAt;

    public SortedSet<PitchLabel> Labels { get; } = [];

    /// <summary>By id of the observable, in order of discovery.</summary>
    public OrderedDictionary<string, StixSign> Signs { get; } = [];

    public void Add(ConfirmedCase confirmed)
    {
        Cases++;
        FirstSeen = confirmed.FirstSeen() < FirstSeen ? confirmed.FirstSeen() : FirstSeen;
        LastSeen = confirmed.LastSeen() > LastSeen ? confirmed.LastSeen() : LastSeen;
        Modified = confirmed.ConfirmedAt > Modified ? confirmed.ConfirmedAt : Modified;
        Labels.Add(confirmed.Assessed.Assessment.Label);
    }
}
