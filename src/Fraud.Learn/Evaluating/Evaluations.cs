namespace Fraud.Evaluating;

/// <summary>Figures of held-out scores.</summary>
public static class Evaluations
{
    private const int Seed = 7;

    /// <summary>Figures of the clean posts, with what each disguise costs when they were scored in disguise too.</summary>
    public static Evaluation Of(HeldOutScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var clean = Evaluator.Evaluate(scores.Posts(""), new Random(Seed));
        var disguises = new List<DisguiseFigures>();
        foreach (var disguise in Disguises.All)
        {
            var posts = scores.Posts(disguise.Name);
            if (posts.Count > 0)
            {
                var (macro, scam) = Evaluator.Summary(posts);
                disguises.Add(new(disguise.Name, macro, 100 * (clean.MacroF1 - macro), scam));
            }
        }

        return clean with { Disguises = disguises };
    }
}
