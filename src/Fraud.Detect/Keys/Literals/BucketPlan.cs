using System.Numerics;

namespace Fraud.Keys.Literals;

/// <summary>
/// Shares anchors of one length out among buckets so that as few places as possible of ordinary text pass:
/// starting from a bucket per beginning, the two whose union lets least more through become one, until few enough are left.
/// </summary>
internal sealed class BucketPlan
{
    private readonly Cluster?[] _clusters;

    // By pair of clusters, the share of their union
    private readonly float[] _unions;

    /// <summary>A plan for anchors of one length.</summary>
    public BucketPlan(uint[] anchors, int length, int buckets)
    {
        var byBeginning = new List<uint>?[ByteClass.Count * ByteClass.Count];
        var groups = new List<List<uint>>();
        foreach (var anchor in anchors)
        {
            ref var group = ref byBeginning[(ByteClass.Of((byte)anchor) * ByteClass.Count) + ByteClass.Of((byte)(anchor >> 8))];
            if (group is null)
            {
                groups.Add(group = []);
            }

            group.Add(anchor);
        }

        _clusters = [.. groups.Select(Cluster? (g) => new Cluster(g, length))];
        _unions = new float[_clusters.Length * _clusters.Length];
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

    /// <summary>For eight of the buckets: which of them have an anchor whose classes, weighed so and added up, come to each number.</summary>
    public byte[] SumTable(int set, ReadOnlySpan<int> weights)
    {
        var table = new byte[ByteClass.Count];
        var bucket = 0;
        foreach (var cluster in _clusters.OfType<Cluster>().Skip(set * 8).Take(8))
        {
            foreach (var anchor in cluster.Anchors)
            {
                var sum = 0;
                for (var place = 0; place < weights.Length; place++)
                {
                    sum += weights[place] * ByteClass.Of((byte)(anchor >> (8 * place)));
                }

                table[sum % ByteClass.Count] |= (byte)(1 << bucket);
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
            Measure(i, before: true);
        }

        for (var i = 0; i < count; i++)
        {
            FindNearest(i, nearest, cost);
        }

        for (var left = count; left > buckets; left--)
        {
            var a = cost.AsSpan().IndexOf(Least(cost));
            var b = nearest[a];
            _clusters[a] = new Cluster(_clusters[a]!, _clusters[b]!);
            _clusters[b] = null;
            cost[b] = float.MaxValue;
            Measure(a, before: false);
            for (var i = 0; i < count; i++)
            {
                if (_clusters[i] is not null && (i == a || nearest[i] == a || nearest[i] == b))
                {
                    FindNearest(i, nearest, cost);
                }
            }
        }
    }

    private static float Least(float[] cost)
    {
        var least = float.MaxValue;
        foreach (var each in cost)
        {
            least = Math.Min(least, each);
        }

        return least;
    }

    // A union is the same from both sides and is measured once
    private void Measure(int i, bool before)
    {
        for (var j = 0; j < (before ? i : _clusters.Length); j++)
        {
            if (j != i && _clusters[j] is { } other)
            {
                _unions[(i * _clusters.Length) + j] = _unions[(j * _clusters.Length) + i] = Cluster.ShareOfUnion(_clusters[i]!, other);
            }
        }
    }

    private void FindNearest(int i, int[] nearest, float[] cost)
    {
        cost[i] = float.MaxValue;
        var mine = _clusters[i]!.Share;
        var unions = _unions.AsSpan(i * _clusters.Length, _clusters.Length);
        for (var j = 0; j < unions.Length; j++)
        {
            if (j != i && _clusters[j] is { } other)
            {
                var more = unions[j] - mine - other.Share;
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

        public Cluster(List<uint> anchors, int length)
        {
            Anchors = anchors;
            foreach (var anchor in anchors)
            {
                for (var i = 0; i < length; i++)
                {
                    Classes[i] |= 1UL << ByteClass.Of((byte)(anchor >> (8 * i)));
                }
            }

            Share = Measure();
        }

        public Cluster(Cluster a, Cluster b)
        {
            Anchors = [.. a.Anchors, .. b.Anchors];
            for (var i = 0; i < Anchor.MaxLength; i++)
            {
                Classes[i] = a.Classes[i] | b.Classes[i];
            }

            Share = Measure();
        }

        public List<uint> Anchors { get; }

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
