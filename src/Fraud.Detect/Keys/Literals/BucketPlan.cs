using System.Numerics;

namespace Fraud.Keys.Literals;

/// <summary>
/// Shares anchors of one length out among buckets so that as few places as possible of ordinary text pass:
/// starting from a bucket per beginning, the two whose union lets least more through become one, until few enough are left.
/// </summary>
internal sealed class BucketPlan
{
    private readonly Cluster?[] _clusters;

    public BucketPlan(IEnumerable<Anchor> anchors, int buckets)
    {
        _clusters = [.. anchors.GroupBy(a => (ByteClass.Of(a[0]), ByteClass.Of(a[1]))).Select(Cluster? (g) => new Cluster(g))];
        Merge(buckets);
    }

    /// <summary>For a place in the anchor and eight of the buckets: which of them take each class of byte.</summary>
    public byte[] Table(int place, int set)
    {
        var table = new byte[ByteClass.Count];
        var bucket = 0;
        foreach (var cluster in _clusters.OfType<Cluster>().Skip(set * 8).Take(8))
        {
            for (var i = 0; i < table.Length; i++)
            {
                table[i] |= (byte)(((cluster.Classes[place] >> i) & 1) << bucket);
            }

            bucket++;
        }

        return table;
    }

    private void Merge(int buckets)
    {
        var count = _clusters.Length;
        var nearest = new int[count];
        var cost = new float[count];
        for (var i = 0; i < count; i++)
        {
            FindNearest(i, nearest, cost);
        }

        for (var left = count; left > buckets; left--)
        {
            var a = Array.IndexOf(cost, cost.Min());
            var b = nearest[a];
            _clusters[a] = new Cluster(_clusters[a]!, _clusters[b]!);
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
        var mine = _clusters[i]!;
        for (var j = 0; j < _clusters.Length; j++)
        {
            if (j != i && _clusters[j] is { } other)
            {
                var more = Cluster.ShareOfUnion(mine, other) - mine.Share - other.Share;
                if (more < cost[i])
                {
                    (cost[i], nearest[i]) = (more, j);
                }
            }
        }
    }

    private sealed class Cluster
    {
        // By place, the share of text its classes make together
        private readonly float[] _sums = new float[Anchor.MaxLength];

        public Cluster(IEnumerable<Anchor> anchors)
        {
            foreach (var anchor in anchors)
            {
                for (var i = 0; i < anchor.Length; i++)
                {
                    Classes[i] |= 1UL << ByteClass.Of(anchor[i]);
                }
            }

            Share = Measure();
        }

        public Cluster(Cluster a, Cluster b)
        {
            for (var i = 0; i < Anchor.MaxLength; i++)
            {
                Classes[i] = a.Classes[i] | b.Classes[i];
            }

            Share = Measure();
        }

        /// <summary>By place, the classes of byte that some anchor has there; none behind the anchors' end.</summary>
        public ulong[] Classes { get; } = new ulong[Anchor.MaxLength];

        /// <summary>Share of places of ordinary text that this bucket lets through.</summary>
        public float Share { get; }

        public static float ShareOfUnion(Cluster a, Cluster b)
        {
            var share = 1f;
            for (var i = 0; i < Anchor.MaxLength && a.Classes[i] != 0; i++)
            {
                // What both have counts once; mostly that is little
                var sum = a._sums[i] + b._sums[i];
                for (var both = a.Classes[i] & b.Classes[i]; both != 0; both &= both - 1)
                {
                    sum -= ByteClass.Share[BitOperations.TrailingZeroCount(both)];
                }

                share *= sum;
            }

            return share;
        }

        private float Measure()
        {
            var share = 1f;
            for (var i = 0; i < Anchor.MaxLength && Classes[i] != 0; i++)
            {
                for (var classes = Classes[i]; classes != 0; classes &= classes - 1)
                {
                    _sums[i] += ByteClass.Share[BitOperations.TrailingZeroCount(classes)];
                }

                share *= _sums[i];
            }

            return share;
        }
    }
}
