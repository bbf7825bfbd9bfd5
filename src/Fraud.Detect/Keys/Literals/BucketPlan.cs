namespace Fraud.Keys.Literals;

/// <summary>
/// Shares anchors out among buckets by one index of theirs, so that at any place of a text hardly more than one bucket is in question;
/// what other indexes the anchors of a bucket have says the rest.
/// </summary>
internal sealed class BucketPlan
{
    private readonly List<byte[]>[] _groups = new List<byte[]>[ByteClass.Count];
    private readonly int[] _bucketOf = new int[ByteClass.Count];
    private readonly float[] _shares;
    private readonly int _indexes;

    /// <summary>A plan.</summary>
    /// <param name="anchors">Of each anchor its indexes, the dividing one first.</param>
    /// <param name="buckets">Number of buckets.</param>
    /// <param name="shares">Rough share of places of ordinary text with each value of the dividing index.</param>
    public BucketPlan(byte[][] anchors, int buckets, float[] shares)
    {
        _shares = shares;
        _indexes = anchors.Length == 0 ? 0 : anchors[0].Length;
        for (var i = 0; i < _groups.Length; i++)
        {
            _groups[i] = [];
        }

        foreach (var anchor in anchors)
        {
            _groups[anchor[0]].Add(anchor);
        }

        Share(buckets);
    }

    /// <summary>For one index and eight of the buckets: which of them have an anchor with each value.</summary>
    public void Fill(Span<byte> table, int index, int set)
    {
        for (var value = 0; value < _groups.Length; value++)
        {
            if (_bucketOf[value] / 8 == set)
            {
                foreach (var anchor in _groups[value])
                {
                    table[anchor[index]] |= (byte)(1 << (_bucketOf[value] % 8));
                }
            }
        }
    }

    // The heaviest first, each where it lets least more through
    private void Share(int buckets)
    {
        var anchors = new int[buckets];
        var shares = new double[buckets];
        var order = new int[_groups.Length];
        var weights = new float[_groups.Length];
        for (var i = 0; i < order.Length; i++)
        {
            (order[i], weights[i]) = (i, -_groups[i].Count * _shares[i]);
        }

        Array.Sort(weights, order);
        foreach (var value in order)
        {
            var (best, least) = (0, double.MaxValue);
            for (var i = 0; i < buckets; i++)
            {
                var more = Passing(shares[i] + _shares[value], anchors[i] + _groups[value].Count) - Passing(shares[i], anchors[i]);
                if (more < least)
                {
                    (best, least) = (i, more);
                }
            }

            _bucketOf[value] = best;
            anchors[best] += _groups[value].Count;
            shares[best] += _groups[value].Count == 0 ? 0 : _shares[value];
        }
    }

    // Share of places that a bucket lets through if its anchors' other indexes lie by chance
    private double Passing(double share, int anchors) => share * Math.Pow(1 - Math.Exp(-anchors / (double)ByteClass.Count), _indexes - 1);
}
