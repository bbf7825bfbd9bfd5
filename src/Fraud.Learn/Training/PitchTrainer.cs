using Fraud.Corpora;
using Fraud.Findings;
using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>Trains the classifier: one penalised linear model. Equal input gives equal bytes.</summary>
public sealed class PitchTrainer(PitchDetectors detectors, TrainingOptions options)
{
    /// <summary>Reads the posts once, for several trainings over parts of them.</summary>
    public TrainingSet Read(IReadOnlyList<LabelledPost> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var rows = new RawRow[posts.Count];
        Parallel.For(0, posts.Count, () => new RawRowReader(detectors), (i, _, reader) =>
        {
            rows[i] = reader.Read(posts[i].Text, posts[i].PostedOn);
            return reader;
        }, _ => { });
        return new(posts, rows);
    }

    /// <summary>Trains on the posts of a set that are chosen; temperatures divide the logits of Chinese and of other text.</summary>
    public PitchWeights Train(TrainingSet set, IReadOnlyList<int> chosen, float[] temperatures, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(chosen);
        var raw = chosen.Select(i => set.Rows[i]).ToArray();
        var rows = FeatureRows.Build(raw, options);
        int[] labels = [.. chosen.Select(i => (int)set.Posts[i].Label)];
        var weights = options.Linear.Fit(new(rows, labels, Balanced(labels), PitchShape.Labels, options.Penalty), cancellationToken);
        return WeightPacker.Pack(new(rows, weights), detectors.Lexicon, options, temperatures, StanceShares.Of(chosen.Select(i => set.Posts[i])));
    }

    /// <summary>What the weights are fitted to when it learns from the chosen posts: for looking at engines apart from the rest. Held posts are read but not learned from.</summary>
    public TrainingProblem CreateProblem(TrainingSet set, IReadOnlyList<int> chosen, IReadOnlySet<int>? held = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(chosen);
        var rows = FeatureRows.Build([.. chosen.Select(i => set.Rows[i])], options);
        int[] labels = [.. chosen.Select(i => held?.Contains(i) is true ? -1 : (int)set.Posts[i].Label)];
        return new(rows, labels, Balanced(labels), PitchShape.Labels, options.Penalty) { Names = FeatureNames.Of(rows.Keys, detectors.Lexicon) };
    }

    // Benign posts outnumber pitches in the corpus by the writers' choice, which says nothing about a text
    private static float[] Balanced(int[] labels)
    {
        var risky = labels.Count(IsRisk);
        var balance = risky == 0 ? 1f : Math.Max(1f, (labels.Count(l => l >= 0) - risky) / (float)risky);
        return [.. labels.Select(l => IsRisk(l) ? balance : 1)];
    }

    private static bool IsRisk(int label) => label >= 0 && ((PitchLabel)label).IsRisk();
}
