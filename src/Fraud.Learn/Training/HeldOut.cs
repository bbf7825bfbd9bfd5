using Fraud.Corpora;
using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>Trains once for every part of the posts on all the others: the only honest figures a corpus gives about itself.</summary>
public sealed class HeldOut(PitchDetectors detectors, TrainingOptions options)
{
    private static readonly float[] Uncalibrated = [1, 1];

    /// <summary>Parts of whole writers, one each or, when there are more writers than <paramref name="most"/>, several to a part: the largest first, each to the part that has least.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> ByWriter(IReadOnlyList<LabelledPost> posts, int most)
    {
        var writers = Enumerable.Range(0, posts.Count).GroupBy(i => posts[i].Writer).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var parts = Enumerable.Range(0, Math.Min(most, writers.Count)).Select(_ => new List<int>()).ToList();
        foreach (var writer in writers)
        {
            parts.MinBy(p => p.Count)!.AddRange(writer);
        }

        return parts;
    }

    /// <summary>Parts of whole families, dealt by the hash of their names.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> ByFamily(IReadOnlyList<LabelledPost> posts, int parts) =>
        [.. Enumerable.Range(0, posts.Count).GroupBy(i => StableHash.Of(posts[i].Family) % (uint)parts).OrderBy(g => g.Key).Select(g => g.ToArray())];

    /// <summary>Hands out each part with an uncalibrated classifier that saw nothing of it.</summary>
    public void Run(TrainingSet set, IReadOnlyList<IReadOnlyList<int>> parts, Action<IReadOnlyList<int>, PitchClassifier> use, Action<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(use);
        var trainer = new PitchTrainer(detectors, options);
        for (var done = 0; done < parts.Count; done++)
        {
            progress?.Invoke(done / (double)parts.Count);
            var held = parts[done].ToHashSet();
            int[] others = [.. Enumerable.Range(0, set.Posts.Count).Where(i => !held.Contains(i))];
            use(parts[done], new(detectors.Lexicon, trainer.Train(set, others, Uncalibrated, cancellationToken)));
        }

        progress?.Invoke(1);
    }
}
