namespace Fraud.Pitches;

/// <summary>Table slots in a reused array.</summary>
internal sealed class SlotList
{
    private int[] _slots = new int[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Items => _slots.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Room behind the items for at most so many, and one more to write to in vain.</summary>
    public Span<int> Reserve(int most)
    {
        if (_slots.Length <= Count + most)
        {
            Array.Resize(ref _slots, Math.Max(_slots.Length * 2, Count + most + 1));
        }

        return _slots.AsSpan(Count, most + 1);
    }

    /// <summary>So many of the reserved places now hold slots.</summary>
    public void Added(int count) => Count += count;
}
