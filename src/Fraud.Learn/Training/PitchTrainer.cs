using Fraud.Corpora;
using Fraud.Findings;
using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>Trains the classifier: a penalised linear model of labels and of stances, and two small nets over the same features. Equal input gives equal bytes.</summary>
public sealed class PitchTrainer(PitchDetectors detectors, TrainingOptions options)
{
    private const int Nets = PitchShape.Hidden / HiddenNet.Units;

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
        int[] stances = [.. chosen.Select(i => set.Posts[i].Stance is { } stance ? (int)stance : -1)];
        var weights = new float[chosen.Count];
        // Benign posts outnumber pitches in the corpus by the writers' choice, which says nothing about a text
        var risky = labels.Count(l => ((PitchLabel)l).IsRisk());
        var balance = risky == 0 ? 1f : Math.Max(1f, (labels.Length - risky) / (float)risky);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = ((PitchLabel)labels[i]).IsRisk() ? balance : 1;
        }

        var nets = new HiddenNet[Nets];
        var linear = new float[2][];
        Parallel.For(0, Nets + 2, new ParallelOptions { CancellationToken = cancellationToken }, job =>
        {
            if (job < Nets)
            {
                nets[job] = HiddenNet.Fit(rows, labels, weights, options, options.Seed + job, cancellationToken);
            }
            else
            {
                var (targets, classes) = job == Nets ? (labels, PitchShape.Labels) : (stances, PitchShape.Stances);
                linear[job - Nets] = options.Linear.Fit(new(rows, targets, weights, classes, options.Penalty), cancellationToken);
            }
        });
        var groups = new Dictionary<uint, FeatureGroup>();
        foreach (var row in raw)
        {
            for (var i = 0; i < row.Keys.Length; i++)
            {
                groups[row.Keys[i]] = row.Groups[i];
            }
        }

        return WeightPacker.Pack(new(rows, linear[0], linear[1], nets), detectors.Lexicon, options, k => groups[k], temperatures);
    }
}
