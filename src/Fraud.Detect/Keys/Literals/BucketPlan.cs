using System.Numerics;

namespace Fraud.Keys.Literals;

/// <summary>
/// Shares the anchors out among buckets so that as few places as possible of ordinary text pass the nibble tables:
/// starting from one bucket per anchor, the two whose union lets least more through become one, until few enough are left.
/// </summary>
internal sealed class BucketPlan
{
    /// <summary>Bits of the two table sets.</summary>
    public const int Buckets = 16;

    // For a high nibble, half of the low nibbles, and a set of these eight: the share of text they make together
    private static readonly float[] _lowSums = BuildLowSums();

    private readonly Cluster?[] _clusters;

    public BucketPlan(IReadOnlyCollection<Anchor> anchors)
    {
        // Anchors that begin alike are close anyway; merging these first keeps the start short
        _clusters = [.. anchors.GroupBy(a => (a[0], a[1], a.Length)).Select(Cluster? (g) => g.Select(a => new Cluster(a)).Aggregate(Cluster.Union))];
        Merge();
    }

    /// <summary>Table of the low (or high) nibble at a place: for each nibble the buckets that take it.</summary>
    public ushort[] Table(int place, bool high)
    {
        var table = new ushort[16];
        var bucket = 0;
        foreach (var cluster in _clusters.OfType<Cluster>())
        {
            var mask = high ? cluster.High[place] : cluster.Low[place];
            for (var nibble = 0; nibble < 16; nibble++)
            {
                table[nibble] |= (ushort)(((mask >> nibble) & 1) << bucket);
            }

            bucket++;
        }

        return table;
    }

    private void Merge()
    {
        var count = _clusters.Length;
        var nearest = new int[count];
        var cost = new float[count];
        for (var i = 0; i < count; i++)
        {
            FindNearest(i, nearest, cost);
        }

        for (var left = count; left > Buckets; left--)
        {
            var a = IndexOfLeast(cost);
            var b = nearest[a];
            _clusters[a] = Cluster.Union(_clusters[a]!, _clusters[b]!);
            _clusters[b] = null;
            cost[b] = float.MaxValue;
            for (var i = 0; i < count; i++)
            {
                if (_clusters[i] is not null && (i == a || nearest[i] == a || nearest[i] == b))
                {
                    FindNearest(i, nearest, cost);
                }
            }
        }
    }

    private void FindNearest(int i, int[] nearest, float[] cost)
    {
        cost[i] = float.MaxValue;
        for (var j = 0; j < _clusters.Length; j++)
        {
            if (j != i && _clusters[j] is { } other)
            {
                var more = Cluster.ShareOfUnion(_clusters[i]!, other) - _clusters[i]!.Share - other.Share;
                if (more < cost[i])
                {
                    (cost[i], nearest[i]) = (more, j);
                }
            }
        }
    }

    private static int IndexOfLeast(float[] cost)
    {
        var best = 0;
        for (var i = 1; i < cost.Length; i++)
        {
            best = cost[i] < cost[best] ? i : best;
        }

        return best;
    }

    private static float[] BuildLowSums()
    {
        var sums = new float[16 * 2 * 256];
        for (var i = 0; i < sums.Length; i++)
        {
            for (var set = i & 255; set != 0; set &= set - 1)
            {
                var low = ((i >> 5) & 8) | BitOperations.TrailingZeroCount(set);
                sums[i] += (float)ByteFrequency.Folded[((i >> 9) << 4) | low];
            }
        }

        return sums;
    }

    private sealed class Cluster
    {
        public Cluster(Anchor anchor)
        {
            for (var i = 0; i < 4; i++)
            {
                Low[i] = i < anchor.Length ? (ushort)(1 << (anchor[i] & 15)) : ushort.MaxValue;
                High[i] = i < anchor.Length ? (ushort)(1 << (anchor[i] >> 4)) : ushort.MaxValue;
            }

            Share = ShareOfUnion(this, this);
        }

        private Cluster(Cluster a, Cluster b)
        {
            for (var i = 0; i < 4; i++)
            {
                Low[i] = (ushort)(a.Low[i] | b.Low[i]);
                High[i] = (ushort)(a.High[i] | b.High[i]);
            }

            Share = ShareOfUnion(this, this);
        }

        public ushort[] Low { get; } = new ushort[4];

        public ushort[] High { get; } = new ushort[4];

        /// <summary>Share of places of ordinary text that this bucket lets through.</summary>
        public float Share { get; }

        public static Cluster Union(Cluster a, Cluster b) => new(a, b);

        public static float ShareOfUnion(Cluster a, Cluster b)
        {
            var share = 1f;
            for (var i = 0; i < 4; i++)
            {
                share *= ShareOf(a.Low[i] | b.Low[i], a.High[i] | b.High[i]);
            }

            return share;
        }

        private static float ShareOf(int low, int high)
        {
            var sum = 0f;
            for (; high != 0; high &= high - 1)
            {
                var row = BitOperations.TrailingZeroCount(high) << 9;
                sum += _lowSums[row | (low & 255)] + _lowSums[row | 256 | (low >> 8)];
            }

            return sum;
        }
    }
}
