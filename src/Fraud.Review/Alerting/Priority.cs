using System.Globalization;
using Fraud.Cases;
using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Review.Alerting;

/// <summary>
/// Where a case stands in the queue. Priority = harm + reach + key + waiting time. Waiting adds the same to every case in the same time, so the order of
/// two cases never changes while they wait, and a rank fixed at opening sorts them: rank = harm + reach + key - rate * time of opening. The first three
/// together are at most <see cref="Most"/>; the rate makes up for all of it in four fifths of the target time, so nothing starves.
/// </summary>
internal sealed class Priority(ReviewOptions options)
{
    public const double Most = HarmMost + ReachMost + KeyMost;
    private const double HarmMost = 100;
    private const double ReachMost = 25;
    private const double KeyMost = 15;
    private const double FreshDays = 7;
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private double PointsPerHour => Most / (0.8 * options.TargetHours);

    /// <summary>The parts of a new case's rank; <paramref name="reach"/> is the number of its campaign's posts, itself included.</summary>
    public static IReadOnlyList<PriorityPart> Parts(AssessedPost assessed, int reach, DateTimeOffset openedAt)
    {
        var assessment = assessed.Assessment;
        var key = assessment.Keys.Count == 0 ? 0 : assessment.Keys.Max(k => (int)k.Confidence + 1) / 3.0;
        var parts = new List<PriorityPart> { new("harm", Harm(assessment) * Freshness(assessed.Post.PostedAt, openedAt), assessment.Score) };
        if (key > 0)
        {
            parts.Add(new("key", KeyMost * key, key));
        }

        return WithReach(parts, reach);
    }

    /// <summary>The parts with another reach.</summary>
    public static IReadOnlyList<PriorityPart> WithReach(IReadOnlyList<PriorityPart> parts, int reach)
    {
        var others = parts.Where(p => p.Kind != "reach").ToList();
        return reach > 1 ? [.. others, new("reach", Math.Min(ReachMost, 5 * Math.Log2(reach)), reach)] : others;
    }

    /// <summary>The sorting key of a case opened at this time.</summary>
    public double Rank(IReadOnlyList<PriorityPart> parts, DateTimeOffset openedAt) => parts.Sum(p => p.Points) - (PointsPerHour * (openedAt - Epoch).TotalHours);

    /// <summary>The case as shown now: waiting time added, reasons in words.</summary>
    public CaseSummary Explain(CaseSummary summary, DateTimeOffset now)
    {
        var hours = Math.Max(0, (now - summary.OpenedAt).TotalHours);
        var parts = summary.PriorityParts.Append(new("waiting", hours * PointsPerHour, hours)).OrderByDescending(p => p.Points).ToList();
        return summary with { Priority = parts.Sum(p => p.Points), PriorityParts = parts, PriorityReasons = [.. parts.Select(p => Words(p, summary))] };
    }

    // Expected severity over all labels, so that an unsure case weighs what it may turn out to be
    private static double Harm(Assessment assessment)
    {
        double severity = 0;
        for (var i = 0; i < assessment.Labels.Count && i < PitchLabels.Count; i++)
        {
            severity += Math.Clamp(assessment.Labels[i], 0, 1) * ((PitchLabel)i).Severity();
        }

        var withKey = assessment.Keys.Count > 0 ? Math.Max(severity, PitchLabel.KeyExposure.Severity()) : severity;
        return HarmMost * Math.Min(1, withKey / 4);
    }

    // From 1 for a post of this hour towards 0.5 for an old one
    private static double Freshness(DateTimeOffset? postedAt, DateTimeOffset openedAt) =>
        postedAt is { } posted ? 0.5 + (0.5 * Math.Exp(-Math.Max(0, (openedAt - posted).TotalDays) / FreshDays)) : 0.75;

    private static LocalText Words(PriorityPart part, CaseSummary summary)
    {
        var points = part.Points.ToString("0.0", CultureInfo.InvariantCulture);
        var name = summary.Label.Name();
        return part.Kind switch
        {
            "harm" => new(
                string.Create(CultureInfo.InvariantCulture, $"{name.En} at {part.Value:P0}, weighed by harm and age of the post: +{points}"),
                string.Create(CultureInfo.InvariantCulture, $"{name.Zh}，概率 {part.Value:P0}，按危害与发帖时间加权：+{points}")),
            "key" => new($"A leaked key is in the text: +{points}", $"文中有泄露的密钥：+{points}"),
            "reach" => new($"{part.Value} posts of one campaign or key: +{points}", $"同一团伙或密钥已有 {part.Value} 帖：+{points}"),
            _ => new(
                string.Create(CultureInfo.InvariantCulture, $"Waiting for {part.Value:0.0} hours: +{points}"),
                string.Create(CultureInfo.InvariantCulture, $"已等待 {part.Value:0.0} 小时：+{points}")),
        };
    }
}
