using System.Numerics;
using System.Runtime.CompilerServices;

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

    /// <summary>Whether the value may be known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool May(uint value)
    {
        var bit = Hash(value) >> (32 - FilterBits);
        return (_filter[bit >> 6] & (1UL << (int)(bit & 63))) != 0;
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
