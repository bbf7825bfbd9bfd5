using Fraud.Corpora;
using Fraud.Findings;
using Fraud.Training;

namespace Fraud.Evaluating;

/// <summary>Figures of held-out scores, and of a whole assessor.</summary>
public static class Evaluations
{
    private const int Seed = 7;

    /// <summary>Figures of the clean posts, with what each disguise costs when they were scored in disguise too.</summary>
    public static Evaluation Of(HeldOutScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return Of(scores.Posts(""), d => scores.Posts(d.Name));
    }

    /// <summary>Figures of scored posts, with what each disguise costs where <paramref name="disguised"/> gives the same posts scored in it.</summary>
    public static Evaluation Of(IReadOnlyList<ScoredPost> posts, Func<Disguise, IReadOnlyList<ScoredPost>> disguised)
    {
        ArgumentNullException.ThrowIfNull(disguised);
        var clean = Evaluator.Evaluate(posts, new Random(Seed));
        var disguises = new List<DisguiseFigures>();
        foreach (var disguise in Disguises.All)
        {
            if (disguised(disguise) is { Count: > 0 } same)
            {
                var (macro, scam) = Evaluator.Summary(same);
                disguises.Add(new(disguise.Name, macro, 100 * (clean.MacroF1 - macro), scam));
            }
        }

        return clean with { Disguises = disguises };
    }

    /// <summary>What an assessor makes of labelled posts, as they are or in a disguise.</summary>
    public static IReadOnlyList<ScoredPost> Score(IAssessor assessor, IReadOnlyList<LabelledPost> posts, Disguise? disguise = null)
    {
        ArgumentNullException.ThrowIfNull(assessor);
        ArgumentNullException.ThrowIfNull(posts);
        return [.. posts.Select(p => Scored(p, assessor.Assess(disguise?.Apply(p.Text, StableHash.ChanceOf(p.Id)) ?? p.Text, new AssessContext { PostedOn = p.PostedOn })))];
    }

    private static ScoredPost Scored(LabelledPost post, Assessment assessment) => new(post, assessment.Label, [.. assessment.Labels], assessment.Verdict);
}
