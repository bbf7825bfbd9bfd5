using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Fraud.Keys.Literals;

/// <summary>From an anchor's value to the literals that have it; a small bitmap answers most of the noes.</summary>
internal sealed class AnchorTable
{
    private const int FilterBits = 16;
    private const uint ThreeBytes = 0x00FFFFFF;
    private readonly ulong[] _filter = new ulong[(1 << FilterBits) / 64];

    // The fourth byte of an anchor is folded and so never 0: those of three bytes are told by it
    private readonly uint[] _keys;
    private readonly Entry[][] _entries;
    private readonly int _shift;

    /// <summary>The anchors, each with its literal. Loops, since LINQ over values would be compiled at every start.</summary>
    public AnchorTable(ReadOnlySpan<Anchor> anchors, ReadOnlySpan<Entry> entries)
    {
        var bits = Math.Max(4, BitOperations.Log2((uint)anchors.Length) + 3);
        _shift = 32 - bits;
        _keys = new uint[1 << bits];
        _entries = new Entry[1 << bits][];
        List<uint> fours = [];
        List<uint> threes = [];
        for (var i = 0; i < anchors.Length; i++)
        {
            if (Add(anchors[i].Value, entries[i]))
            {
                (anchors[i].Length == 3 ? threes : fours).Add(anchors[i].Value);
            }
        }

        (Fours, Threes) = ([.. fours], [.. threes]);
    }

    /// <summary>Every value of four bytes once, in order.</summary>
    public uint[] Fours { get; }

    /// <summary>Every value of three bytes once, in order.</summary>
    public uint[] Threes { get; }

    /// <summary>Leaves of the places those whose bytes may be an anchor, and returns how many. Without a branch a place: which ones cannot be foreseen.</summary>
    /// <param name="start">What the places are counted from; behind each at least four bytes can be read.</param>
    /// <param name="places">The places.</param>
    /// <param name="count">How many there are.</param>
    public int Sift(ref byte start, ref ushort places, int count)
    {
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var place = Unsafe.Add(ref places, i);
            var value = ValueAt(ref start, place);
            Unsafe.Add(ref places, kept) = place;
            kept += (int)((Bit(ref filter, value) | Bit(ref filter, value & ThreeBytes)) & 1);
        }

        return kept;
    }

    /// <summary>The literals whose anchor stands at a place: those of four bytes, and those of three.</summary>
    public (Entry[] Fours, Entry[] Threes) At(ref byte start, int place)
    {
        var value = ValueAt(ref start, place);
        return (Find(value), Find(value & ThreeBytes));
    }

    private static uint ValueAt(ref byte start, int place) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, place)) | Anchor.Fold;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bit(ref ulong filter, uint value)
    {
        var bit = Hash(value) >> (32 - FilterBits);
        return Unsafe.Add(ref filter, (int)(bit >> 6)) >> (int)(bit & 63);
    }

    private Entry[] Find(uint value)
    {
        for (var slot = Hash(value) >> _shift; _entries[slot] is { } entries; slot = (slot + 1) & (uint)(_keys.Length - 1))
        {
            if (_keys[slot] == value)
            {
                return entries;
            }
        }

        return [];
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
