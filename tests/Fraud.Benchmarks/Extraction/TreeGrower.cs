namespace Fraud.Benchmarks.Extraction;

/// <summary>Grows one tree, each time splitting the leaf that gains most.</summary>
internal sealed class TreeGrower(FeatureBins bins, int[] columns, float[] slopes, float[] bends, TreeSettings settings)
{
    private const int Width = 128;
    private readonly List<BoostedTrees.Node> _nodes = [];

    public BoostedTrees.Node[] Grow(int[] rows)
    {
        var leaves = new List<Leaf> { Open(rows, null) };
        while (leaves.Count < settings.Leaves && leaves.MaxBy(l => l.Gain) is { Column: >= 0, Gain: > 1e-3 } best)
        {
            leaves.Remove(best);
            leaves.AddRange(Split(best));
        }

        foreach (var leaf in leaves)
        {
            _nodes[leaf.Node] = new(-1, (float)(-settings.Rate * leaf.Slope / (leaf.Bend + settings.Shrinkage)), 0);
        }

        return [.. _nodes];
    }

    private Leaf[] Split(Leaf leaf)
    {
        var column = columns[leaf.Column];
        var bin = bins.Bins[column];
        var lower = Array.FindAll(leaf.Rows, r => bin[r] <= leaf.Bin);
        var upper = Array.FindAll(leaf.Rows, r => bin[r] > leaf.Bin);
        _nodes[leaf.Node] = new(column, bins.Edges[column][leaf.Bin], _nodes.Count);
        // The larger side's histogram is what is left of the parent's
        var lowerIsSmall = lower.Length <= upper.Length;
        var small = Histogram(lowerIsSmall ? lower : upper);
        var large = leaf.Histogram;
        for (var i = 0; i < large.Length; i++)
        {
            large[i] -= small[i];
        }

        return [Open(lower, lowerIsSmall ? small : large), Open(upper, lowerIsSmall ? large : small)];
    }

    private Leaf Open(int[] rows, double[]? histogram)
    {
        var leaf = new Leaf(rows, _nodes.Count, histogram ?? Histogram(rows), rows.Sum(r => (double)slopes[r]), rows.Sum(r => (double)bends[r]));
        _nodes.Add(default);
        FindSplit(leaf);
        return leaf;
    }

    private double[] Histogram(int[] rows)
    {
        var sums = new double[columns.Length * Width];
        for (var c = 0; c < columns.Length; c++)
        {
            var bin = bins.Bins[columns[c]];
            var start = c * Width;
            foreach (var row in rows)
            {
                var at = start + (bin[row] * 2);
                sums[at] += slopes[row];
                sums[at + 1] += bends[row];
            }
        }

        return sums;
    }

    private void FindSplit(Leaf leaf)
    {
        var shrinkage = settings.Shrinkage;
        var whole = leaf.Slope * leaf.Slope / (leaf.Bend + shrinkage);
        for (var c = 0; c < columns.Length; c++)
        {
            var (slope, bend) = (0.0, 0.0);
            for (var b = 0; b < bins.Edges[columns[c]].Length; b++)
            {
                slope += leaf.Histogram[(c * Width) + (b * 2)];
                bend += leaf.Histogram[(c * Width) + (b * 2) + 1];
                var rest = leaf.Bend - bend;
                if (bend >= settings.LeastWeight && rest >= settings.LeastWeight)
                {
                    var gain = (slope * slope / (bend + shrinkage)) + ((leaf.Slope - slope) * (leaf.Slope - slope) / (rest + shrinkage)) - whole;
                    leaf.Offer(gain, c, b);
                }
            }
        }
    }

    private sealed class Leaf(int[] rows, int node, double[] histogram, double slope, double bend)
    {
        public int[] Rows => rows;

        public int Node => node;

        public double[] Histogram => histogram;

        public double Slope => slope;

        public double Bend => bend;

        public double Gain { get; private set; }

        public int Column { get; private set; } = -1;

        public int Bin { get; private set; }

        public void Offer(double gain, int column, int bin)
        {
            if (gain > Gain)
            {
                (Gain, Column, Bin) = (gain, column, bin);
            }
        }
    }
}
