namespace Fraud.Benchmarks.Extraction;

/// <summary>Gradient-boosted trees for a probability: histogram splits, leaf-wise growth, rows and columns sampled with one seed, so that a run can be repeated.</summary>
internal sealed class BoostedTrees
{
    private readonly List<Node[]> _trees = [];
    private readonly float _start;

    private BoostedTrees(float start) => _start = start;

    /// <summary>Trains on rows with labels from 0 to 1 and weights.</summary>
    public static BoostedTrees Train(float[][] rows, float[] labels, float[] weights, TreeSettings settings)
    {
        var random = new Random(settings.Seed);
        var bins = new FeatureBins(rows, random);
        var positive = labels.Zip(weights, (l, w) => (double)l * w).Sum();
        var model = new BoostedTrees((float)Math.Log(positive / (weights.Sum(w => (double)w) - positive)));
        var scores = new float[rows.Length];
        Array.Fill(scores, model._start);
        var (slopes, bends) = (new float[rows.Length], new float[rows.Length]);
        for (var tree = 0; tree < settings.Trees; tree++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var p = 1 / (1 + MathF.Exp(-scores[i]));
                slopes[i] = (p - labels[i]) * weights[i];
                bends[i] = Math.Max(p * (1 - p), 1e-4f) * weights[i];
            }

            int[] sample = [.. Enumerable.Range(0, rows.Length).Where(_ => random.NextSingle() < settings.RowShare)];
            int[] columns = [.. Enumerable.Range(0, bins.Columns).Where(_ => random.NextSingle() < settings.ColumnShare)];
            var grown = new TreeGrower(bins, columns, slopes, bends, settings).Grow(sample);
            model._trees.Add(grown);
            for (var i = 0; i < rows.Length; i++)
            {
                scores[i] += Value(grown, rows[i]);
            }
        }

        return model;
    }

    public float Probability(float[] row)
    {
        var sum = _start;
        foreach (var tree in _trees)
        {
            sum += Value(tree, row);
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    /// <summary>Writes the model as the program reads it.</summary>
    public void Write(Stream stream, int features)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(features);
        writer.Write(_start);
        writer.Write(_trees.Count);
        foreach (var tree in _trees)
        {
            writer.Write((ushort)tree.Length);
            foreach (var node in tree)
            {
                writer.Write(node.Feature < 0 ? ushort.MaxValue : (ushort)node.Feature);
                writer.Write(node.Value);
                writer.Write((ushort)node.Lower);
            }
        }
    }

    private static float Value(Node[] tree, float[] row)
    {
        var at = 0;
        while (tree[at].Feature >= 0)
        {
            at = tree[at].Lower + (row[tree[at].Feature] <= tree[at].Value ? 0 : 1);
        }

        return tree[at].Value;
    }

    /// <summary>A split (threshold, lower child; the upper one follows it) or, with feature -1, a leaf's value.</summary>
    internal readonly record struct Node(int Feature, float Value, int Lower);
}
