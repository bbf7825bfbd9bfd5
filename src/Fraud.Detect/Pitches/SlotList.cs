namespace Fraud.Pitches;

/// <summary>Table slots in a reused array.</summary>
internal sealed class SlotList
{
    private int[] _slots = new int[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Items => _slots.AsSpan(0, Count);

    /// <summary>Empties the list and takes its slots off the marks.</summary>
    public void Clear(ulong[] seen)
    {
        foreach (var slot in Items)
        {
            seen[slot >> 6] = 0;
        }

        Count = 0;
    }

    public void Add(int slot)
    {
        if (Count == _slots.Length)
        {
            Array.Resize(ref _slots, Count * 2);
        }

        _slots[Count++] = slot;
    }
}
