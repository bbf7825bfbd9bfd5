using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Fraud.Pitches;

/// <summary>Weight rows by feature, without gaps: a bit map turns unknown features away and counts to the slot of a known one, whose row also says which feature it is. A feature costs one word and a quarter of a cache line.</summary>
internal sealed unsafe class WeightTable
{
    /// <summary>Bytes of a row with its padding.</summary>
    public const int Line = 16;

    private const int PositionBits = 20;
    private const uint Spread = 0x9E3779B1u;
    private readonly byte[] _memory;
    private readonly byte* _rows;

    // 32 positions a word: their bits below, the number of slots before them above
    private readonly ulong[] _map = GC.AllocateArray<ulong>((1 << (PositionBits - 5)) + 1, pinned: true);
    private readonly ulong* _words;

    // Keys whose position was taken, by open addressing; key 0 means an empty place
    private readonly (uint Key, int Slot)[] _others;
    private readonly uint _othersMask;

    public WeightTable(uint[] keys, sbyte[] rows)
    {
        Slots = keys.Length;
        _memory = GC.AllocateArray<byte>((keys.Length + 1) * Line, pinned: true);
        var address = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        _rows = address + ((Line - ((nint)address % Line)) % Line);
        _words = (ulong*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_map));
        foreach (var key in keys)
        {
            _map[Position(key) >> 5] |= 1u << (int)(Position(key) & 31);
        }

        var firsts = (int)Count();
        _others = new (uint, int)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, (keys.Length - firsts) * 2))];
        _othersMask = (uint)_others.Length - 1;
        Fill(firsts, keys, rows);
    }

    /// <summary>Number of slots.</summary>
    public int Slots { get; }

    /// <summary>The row of a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public sbyte* Row(int slot) => (sbyte*)_rows + ((nint)slot * Line);

    /// <summary>Asks for a row ahead of its use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int slot)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Row(slot));
        }
    }

    /// <summary>The slot of a feature, or -1. Key 0 is never a feature.</summary>
    public int Find(uint key) => MayHold(key, out var place) ? Settle(key, place) : -1;

    /// <summary>Whether a feature may be held, and where.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(uint key, out int place)
    {
        var position = Position(key);
        var word = _words[position >> 5];
        place = (int)((uint)(word >> 32) + (uint)BitOperations.PopCount((uint)word & ((1u << (int)(position & 31)) - 1)));
        return (((uint)word >> (int)(position & 31)) & 1) != 0;
    }

    /// <summary>The slot of a feature that may stand at a place, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Settle(uint key, int place) => *(ushort*)(Row(place) + PitchShape.Labels) == Tag(key) ? place : FindOther(key);

    /// <summary>The row of a slot against a vector over the whole line, zero behind the labels.</summary>
    public float Dot(int slot, ReadOnlySpan<float> line)
    {
        var row = Vector512.WidenLower(Vector512.WidenLower(Vector128.LoadAligned(Row(slot)).ToVector256().ToVector512()));
        return Vector512.Sum(Vector512.ConvertToSingle(row) * Vector512.Create<float>(line));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Position(uint key) => (key * Spread) >> (32 - PositionBits);

    // Spreading loses nothing, so position and tag together are the key
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort Tag(uint key) => (ushort)((key * Spread) & ((1u << (32 - PositionBits)) - 1));

    private int FindOther(uint key)
    {
        for (var at = key & _othersMask; _others[at].Key != 0; at = (at + 1) & _othersMask)
        {
            if (_others[at].Key == key)
            {
                return _others[at].Slot;
            }
        }

        return -1;
    }

    // Each word of the map gets the number of bits before it; answers how many there are in all
    private uint Count()
    {
        var before = 0u;
        for (var i = 0; i < _map.Length; i++)
        {
            var bits = (uint)_map[i];
            _map[i] |= (ulong)before << 32;
            before += (uint)BitOperations.PopCount(bits);
        }

        return before;
    }

    // The first key of a position stands where the map says, the others behind all of them
    private void Fill(int firsts, uint[] keys, sbyte[] rows)
    {
        var taken = new bool[firsts];
        var next = firsts;
        for (var i = 0; i < keys.Length; i++)
        {
            MayHold(keys[i], out var slot);
            if (taken[slot])
            {
                slot = next++;
                AddOther(keys[i], slot);
            }
            else
            {
                taken[slot] = true;
            }

            rows.AsSpan(i * PitchShape.Labels, PitchShape.Labels).CopyTo(new Span<sbyte>(Row(slot), PitchShape.Labels));
            *(ushort*)(Row(slot) + PitchShape.Labels) = Tag(keys[i]);
        }
    }

    private void AddOther(uint key, int slot)
    {
        var at = key & _othersMask;
        while (_others[at].Key != 0)
        {
            at = (at + 1) & _othersMask;
        }

        _others[at] = (key, slot);
    }
}
