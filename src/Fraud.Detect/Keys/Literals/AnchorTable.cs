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

    public AnchorTable(IEnumerable<(uint Value, Entry Entry)> anchors)
    {
        var groups = anchors.GroupBy(a => a.Value).ToList();
        var bits = 4;
        while (1 << bits < groups.Count * 4)
        {
            bits++;
        }

        _shift = 32 - bits;
        _keys = new uint[1 << bits];
        _entries = new Entry[1 << bits][];
        foreach (var group in groups)
        {
            var bit = Hash(group.Key) >> (32 - FilterBits);
            _filter[bit >> 6] |= 1UL << (int)(bit & 63);
            var slot = Hash(group.Key) >> _shift;
            while (_entries[slot] is not null)
            {
                slot = (slot + 1) & (uint)(_keys.Length - 1);
            }

            _keys[slot] = group.Key;
            _entries[slot] = [.. group.Select(g => g.Entry)];
        }
    }

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

    private static uint Hash(uint value) => value * 0x9E3779B1;

    /// <summary>A literal and where in it the anchor stands.</summary>
    internal readonly record struct Entry(int Literal, int Offset);
}
