using Fraud.Canonical;
using Fraud.Corpora;
using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>Scores every post by a model that saw nothing of its writer (or of its family): the only honest figures a corpus gives about itself.</summary>
public sealed class HeldOut(PitchDetectors detectors, TrainingOptions options)
{
    private static readonly float[] Uncalibrated = [1, 1];

    /// <summary>One fold a writer; writers with few posts share a fold.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> ByWriter(IReadOnlyList<LabelledPost> posts) =>
        [.. Enumerable.Range(0, posts.Count).GroupBy(i => posts[i].Writer).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToArray())];

    /// <summary>Folds of whole families, dealt by the hash of their names.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> ByFamily(IReadOnlyList<LabelledPost> posts, int folds) =>
        [.. Enumerable.Range(0, posts.Count).GroupBy(i => Stable(posts[i].Family) % folds).OrderBy(g => g.Key).Select(g => g.ToArray())];

    /// <summary>Logits of every post, uncalibrated, each from the model of its fold.</summary>
    public float[][] Score(TrainingSet set, IReadOnlyList<IReadOnlyList<int>> folds, Action<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(folds);
        var logits = new float[set.Posts.Count][];
        var done = 0;
        foreach (var fold in folds)
        {
            var held = fold.ToHashSet();
            int[] others = [.. Enumerable.Range(0, set.Posts.Count).Where(i => !held.Contains(i))];
            var weights = new PitchTrainer(detectors, options).Train(set, others, Uncalibrated, cancellationToken);
            ScoreFold(new PitchClassifier(detectors.Lexicon, weights).CreateScorer(), set.Posts, fold, logits);
            progress?.Invoke(++done / (double)folds.Count);
        }

        return logits;
    }

    private void ScoreFold(PitchScorer scorer, IReadOnlyList<LabelledPost> posts, IReadOnlyList<int> fold, float[][] logits)
    {
        var views = new TextViewsBuilder(detectors.Tables);
        foreach (var i in fold)
        {
            var read = views.Build(posts[i].Text);
            logits[i] = [.. scorer.Score(read, detectors.Hints(read, posts[i].PostedOn)).Logits];
        }
    }

    private static uint Stable(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}
