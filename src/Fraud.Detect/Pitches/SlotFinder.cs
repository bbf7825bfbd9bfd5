using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Fraud.Pitches;

/// <summary>Turns features into table slots, each once a text, many at a time: loads that wait for memory then wait together.</summary>
internal sealed unsafe class SlotFinder
{
    private const int Batch = 1024;
    private readonly WeightTable _table;
    private readonly ulong[] _marks;
    private readonly ulong* _seen;
    private readonly uint[] _keys = GC.AllocateArray<uint>(Batch + 1, pinned: true);
    private readonly uint* _keptKeys;
    private readonly int[] _places = GC.AllocateArray<int>(Batch + 1, pinned: true);
    private readonly int* _keptPlaces;

    public SlotFinder(WeightTable table)
    {
        _table = table;
        _marks = GC.AllocateArray<ulong>((table.Slots / 64) + 1, pinned: true);
        _seen = (ulong*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_marks));
        _keptKeys = (uint*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_keys));
        _keptPlaces = (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_places));
    }

    /// <summary>Takes the slots of a text off the marks.</summary>
    public void Forget(SlotList slots)
    {
        foreach (var slot in slots.Items)
        {
            _seen[slot >> 6] = 0;
        }
    }

    /// <summary>Adds the slots of those features that have one and were not added before, and asks for their rows.</summary>
    public void Find(ReadOnlySpan<uint> keys, SlotList slots)
    {
        for (; keys.Length > Batch; keys = keys[Batch..])
        {
            Settle(Sift(keys[..Batch]), slots);
        }

        Settle(Sift(keys), slots);
    }

    // Written for every feature and kept for some: a branch here would be guessed wrong every other time
    private int Sift(ReadOnlySpan<uint> keys)
    {
        var kept = 0;
        var table = _table;
        var keptKeys = _keptKeys;
        var places = _keptPlaces;
        foreach (var key in keys)
        {
            var may = table.MayHold(key, out places[kept]);
            keptKeys[kept] = key;
            kept += Unsafe.BitCast<bool, byte>(may);
        }

        return kept;
    }

    private void Settle(int kept, SlotList slots)
    {
        var count = 0;
        var table = _table;
        var seen = _seen;
        var into = slots.Reserve(kept);
        for (var i = 0; i < kept; i++)
        {
            table.Prefetch(_keptPlaces[i]);
        }

        for (var i = 0; i < kept; i++)
        {
            var slot = table.Settle(_keptKeys[i], _keptPlaces[i]);
            if (slot >= 0)
            {
                ref var word = ref seen[slot >> 6];
                into[count] = slot;
                count += 1 - (int)((word >> slot) & 1);
                word |= 1UL << slot;
            }
        }

        slots.Added(count);
    }
}
