using Fraud.Cases;
using Fraud.Findings;
using Fraud.Review.Campaigns;

namespace Fraud.Review.Alerting;

/// <summary>Decides how an alert enters the queue.</summary>
internal sealed class OpeningRules(Priority priority, ReviewOptions options)
{
    private const double Copy = 0.9;
    private const int EnoughCopies = 3;

    /// <summary>
    /// One case per key: a post that shows known keys and no other is a sighting, unless the key's case was dismissed or the post is a scam of another kind,
    /// which a person must see for itself. A key nobody has seen never hides behind a known one. Shared contact, key or near-duplicate text makes a campaign.
    /// </summary>
    public OpeningRule For(AssessedPost assessed, CaseMarks marks) => (kin, openedAt) =>
    {
        var allKnown = kin.Where(k => k.State != CaseState.Dismissed).Sum(k => k.SharedKeys) >= marks.Keys.Count;
        var owner = allKnown ? kin.FirstOrDefault(k => k.SameKey && IsSighting(assessed.Assessment.Label, k)) : null;
        if (owner is not null)
        {
            var seen = Priority.WithReach(owner.Parts, owner.Sightings + 2);
            return new() { SightingOf = owner.CaseId, Parts = seen, Rank = owner.Rank + Points(seen) - Points(owner.Parts) };
        }

        return Open(assessed, marks, kin, openedAt);
    };

    private static bool IsSighting(PitchLabel label, CaseKin owner) =>
        owner.State != CaseState.Dismissed && (!label.Alerts() || label == owner.Label || label == PitchLabel.KeyTrade);

    private CaseOpening Open(AssessedPost assessed, CaseMarks marks, IReadOnlyList<CaseKin> kin, DateTimeOffset openedAt)
    {
        var likeness = kin.ToDictionary(k => k.CaseId, k => TextSketch.Likeness(k.Signature, marks.Signature));
        var linked = kin.Where(k => k.SameKey || k.SameContact || likeness[k.CaseId] >= options.NearDuplicate).ToList();
        var parts = Priority.Parts(assessed, Reach(linked), openedAt);
        return new()
        {
            Kin = [.. linked.Select(k => k.CaseId)],
            LinkedBy = LinkedBy(linked, likeness),
            IndexText = likeness.Values.Count(l => l >= Copy) < EnoughCopies,
            Parts = parts,
            Rank = priority.Rank(parts, openedAt),
        };
    }

    private static int Reach(List<CaseKin> linked) =>
        1 + linked.Where(k => k.CampaignId is not null).DistinctBy(k => k.CampaignId).Sum(k => k.CampaignSize) + linked.Count(k => k.CampaignId is null);

    private string LinkedBy(List<CaseKin> linked, Dictionary<long, double> likeness)
    {
        var by = new List<string>();
        Add(linked.Any(k => k.SameContact), "contact");
        Add(linked.Any(k => k.SameKey), "key");
        Add(linked.Any(k => likeness[k.CaseId] >= options.NearDuplicate), "text");
        return string.Join('+', by);

        void Add(bool wanted, string word)
        {
            if (wanted)
            {
                by.Add(word);
            }
        }
    }

    private static double Points(IReadOnlyList<PriorityPart> parts) => parts.Sum(p => p.Points);
}
