using Fraud.Findings;

namespace Fraud.Keys.Scanning;

/// <summary>Leaves one finding where several rules claim the same text.</summary>
internal static class Overlaps
{
    public static KeyFinding[] Settle(List<KeyCandidate> candidates)
    {
        candidates.Sort(KeyCandidate.ByPlace);
        List<KeyCandidate> kept = [];
        foreach (var candidate in candidates)
        {
            if (kept.Count == 0 || kept[^1].End <= candidate.Start)
            {
                kept.Add(candidate);
            }
            else if (candidate.Beats(kept[^1]))
            {
                kept[^1] = candidate;
            }
        }

        return [.. kept.Select(ToFinding)];
    }

    private static KeyFinding ToFinding(KeyCandidate candidate) => new()
    {
        Rule = candidate.Rule.Rule.Id,
        Issuer = candidate.Rule.Rule.Issuer,
        Redacted = candidate.Redacted,
        Fingerprint = candidate.Fingerprint,
        Start = candidate.Start,
        End = candidate.End,
        Confidence = candidate.Confidence,
        RevokeUrl = candidate.Rule.Rule.Revoke,
    };
}
