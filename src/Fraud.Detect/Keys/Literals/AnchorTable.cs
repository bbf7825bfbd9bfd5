using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Fraud.Keys.Literals;

/// <summary>From an anchor's value to the literals that have it; a small bitmap answers most of the noes.</summary>
internal sealed class AnchorTable
{
    private const int FilterBits = 16;
    private readonly ulong[] _filter = new ulong[(1 << FilterBits) / 64];
    private readonly uint[] _keys;
    private readonly Entry[][] _entries;
    private readonly int _shift;

    /// <summary>The anchors of one length, each with its literal. Loops, since LINQ over values would be compiled at every start.</summary>
    public AnchorTable(ReadOnlySpan<Anchor> anchors, ReadOnlySpan<Entry> entries, int length)
    {
        var count = 0;
        foreach (var anchor in anchors)
        {
            count += anchor.Length == length ? 1 : 0;
        }

        var bits = Math.Max(4, BitOperations.Log2((uint)count) + 3);
        _shift = 32 - bits;
        _keys = new uint[1 << bits];
        _entries = new Entry[1 << bits][];
        var values = new uint[count];
        var distinct = 0;
        for (var i = 0; i < anchors.Length; i++)
        {
            if (anchors[i].Length == length && Add(anchors[i].Value, entries[i]))
            {
                values[distinct++] = anchors[i].Value;
            }
        }

        Values = values[..distinct];
    }

    /// <summary>Every anchor's value once, in order.</summary>
    public uint[] Values { get; }

    /// <summary>Leaves of the places in a block those whose bytes may be an anchor. Without a branch a place: how many there are cannot be foreseen.</summary>
    /// <param name="block">First byte of the block.</param>
    /// <param name="places">A bit a place.</param>
    /// <param name="mask">Which of four bytes belong to an anchor.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Sift(ref byte block, ulong places, uint mask)
    {
        ulong kept = 0;
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        while (places != 0)
        {
            kept |= First(ref filter, ref block, places, mask);
            places &= places - 1;
            kept |= First(ref filter, ref block, places, mask);
            places &= places - 1;
            kept |= First(ref filter, ref block, places, mask);
            places &= places - 1;
            kept |= First(ref filter, ref block, places, mask);
            places &= places - 1;
        }

        return kept;
    }

    /// <summary>The lowest place if its bytes may be an anchor; 0 when they are none, or there is no place left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong First(ref ulong filter, ref byte block, ulong places, uint mask)
    {
        var place = BitOperations.TrailingZeroCount(places) & 63;
        var bit = Hash((Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref block, place)) | Anchor.Fold) & mask) >> (32 - FilterBits);
        return places & (0 - places) & (0 - ((Unsafe.Add(ref filter, (int)(bit >> 6)) >> (int)(bit & 63)) & 1));
    }

    /// <summary>The literals with this anchor.</summary>
    public ReadOnlySpan<Entry> Find(uint value)
    {
        for (var slot = Hash(value) >> _shift; _entries[slot] is { } entries; slot = (slot + 1) & (uint)(_keys.Length - 1))
        {
            if (_keys[slot] == value)
            {
                return entries;
            }
        }

        return default;
    }

    private bool Add(uint value, Entry entry)
    {
        var bit = Hash(value) >> (32 - FilterBits);
        _filter[bit >> 6] |= 1UL << (int)(bit & 63);
        var slot = Hash(value) >> _shift;
        while (_entries[slot] is not null && _keys[slot] != value)
        {
            slot = (slot + 1) & (uint)(_keys.Length - 1);
        }

        _keys[slot] = value;
        var known = _entries[slot] ?? [];
        var all = new Entry[known.Length + 1];
        known.CopyTo(all, 0);
        all[^1] = entry;
        _entries[slot] = all;
        return known.Length == 0;
    }

    private static uint Hash(uint value) => value * 0x9E3779B1;

    /// <summary>A literal and where in it the anchor stands.</summary>
    internal readonly record struct Entry(int Literal, int Offset);
}
