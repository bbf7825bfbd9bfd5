using Fraud.Findings;

namespace Fraud.Evaluating;

/// <summary>Counts what scored posts are worth.</summary>
public static class Evaluator
{
    private const int Resamples = 300;
    private const int Bins = 15;
    private const double Rare = 0.02;

    /// <summary>All figures; chance in the intervals comes from <paramref name="random"/>.</summary>
    public static Evaluation Evaluate(IReadOnlyList<ScoredPost> posts, Random random)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(random);
        var outcomes = posts.Select(Outcome.Of).ToArray();
        var counts = Counts.Of(outcomes);
        var benign = posts.Where(p => !p.Post.Label.IsRisk()).ToArray();
        var scams = posts.Where(p => p.Post.Label.IsRisk()).ToArray();
        var (macro, scam) = Intervals(outcomes, random);
        return new()
        {
            Posts = posts.Count,
            MacroF1 = counts.MacroF1,
            MacroF1Interval = macro,
            Accuracy = counts.Accuracy,
            ScamF1 = counts.ScamF1,
            ScamF1Interval = scam,
            ScamPrecision = counts.ScamPrecision,
            ScamRecall = counts.ScamRecall,
            RiskPrAuc = AveragePrecision(posts),
            CalibrationError = CalibrationError(posts),
            FalseAlerts = Share(benign, p => p.Verdict == Verdict.Alert),
            AlertPrecisionWhenRare = PrecisionWhenRare(scams, benign, p => p.Verdict == Verdict.Alert),
            QueuePrecisionWhenRare = PrecisionWhenRare(scams, benign, p => p.Verdict != Verdict.Clear),
            Labels = [.. PitchLabels.All.Where(l => counts.True((int)l) > 0).Select(l => Figures(l, counts, posts))],
            Confusion = counts.Confusion,
            Slices = [.. Slices.Of(posts).Select(s => (s.Name, s.Posts.Count, F1: Summary(s.Posts))).Select(s => new SliceFigures(s.Name, s.Count, s.F1.MacroF1, s.F1.ScamF1))],
        };
    }

    /// <summary>Macro-F1 and scam-against-benign F1 alone.</summary>
    public static (double MacroF1, double ScamF1) Summary(IEnumerable<ScoredPost> posts)
    {
        var counts = Counts.Of(posts.Select(Outcome.Of));
        return (counts.MacroF1, counts.ScamF1);
    }

    private static LabelFigures Figures(PitchLabel label, Counts counts, IReadOnlyList<ScoredPost> posts)
    {
        var own = posts.Where(p => p.Post.Label == label).ToArray();
        return new(label.Id(), own.Length, counts.Precision((int)label), counts.Recall((int)label), counts.F1((int)label),
            Share(own, p => p.Verdict == Verdict.Alert), Share(own, p => p.Verdict == Verdict.Review));
    }

    private static double PrecisionWhenRare(ScoredPost[] scams, ScoredPost[] benign, Func<ScoredPost, bool> test)
    {
        var (right, wrong) = (Rare * Share(scams, test), (1 - Rare) * Share(benign, test));
        return right + wrong > 0 ? right / (right + wrong) : 0;
    }

    private static double Share(ScoredPost[] posts, Func<ScoredPost, bool> test) =>
        posts.Length == 0 ? 0 : posts.Count(test) / (double)posts.Length;

    private static (Interval Macro, Interval Scam) Intervals(Outcome[] outcomes, Random random)
    {
        if (outcomes.Length == 0)
        {
            return (default, default);
        }

        var macros = new double[Resamples];
        var scams = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            var counts = Counts.Of(Enumerable.Range(0, outcomes.Length).Select(_ => outcomes[random.Next(outcomes.Length)]));
            (macros[i], scams[i]) = (counts.MacroF1, counts.ScamF1);
        }

        return (Middle(macros), Middle(scams));
    }

    private static Interval Middle(double[] values)
    {
        Array.Sort(values);
        return new(values[(int)(Resamples * 0.025)], values[(int)(Resamples * 0.975)]);
    }

    private static double AveragePrecision(IReadOnlyList<ScoredPost> posts)
    {
        var (hits, seen, sum) = (0, 0, 0.0);
        foreach (var post in posts.OrderByDescending(p => p.Risk).ThenBy(p => p.Post.Id, StringComparer.Ordinal))
        {
            seen++;
            if (post.Post.Label.IsRisk())
            {
                sum += ++hits / (double)seen;
            }
        }

        return hits == 0 ? 0 : sum / hits;
    }

    private static double CalibrationError(IReadOnlyList<ScoredPost> posts)
    {
        var bins = posts.GroupBy(p => Math.Min(Bins - 1, (int)(p.Score * Bins)));
        return posts.Count == 0 ? 0 : bins.Sum(b => Math.Abs(b.Sum(p => p.Score) - b.Count(p => p.Label == p.Post.Label))) / posts.Count;
    }
}
