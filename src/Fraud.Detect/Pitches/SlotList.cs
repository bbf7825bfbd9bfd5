namespace Fraud.Pitches;

/// <summary>Table slots in a reused array.</summary>
internal sealed class SlotList
{
    private int[] _slots = new int[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Items => _slots.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int slot)
    {
        if (Count == _slots.Length)
        {
            Array.Resize(ref _slots, Count * 2);
        }

        _slots[Count++] = slot;
    }
}
