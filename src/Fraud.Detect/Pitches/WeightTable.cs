using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Fraud.Pitches;

/// <summary>Weight rows by feature: a bit filter turns unknown features away, a small key table finds the slot, and each row fills half a cache line.</summary>
internal sealed unsafe class WeightTable
{
    /// <summary>Bytes of a row with its padding.</summary>
    public const int Line = 32;

    private const int FilterBits = 20;
    private const uint Spread = 0x9E3779B1u;
    private readonly byte[] _memory;
    private readonly byte* _rows;
    private readonly uint[] _filter = new uint[1 << (FilterBits - 5)];
    private readonly uint[] _keys;
    private readonly int _shift;
    private readonly uint _mask;

    public WeightTable(uint[] keys, sbyte[] rows)
    {
        var bits = 10;
        while (1 << bits < keys.Length * 3 / 2)
        {
            bits++;
        }

        (_shift, _mask, _keys) = (32 - bits, (1u << bits) - 1, new uint[1 << bits]);
        _memory = GC.AllocateArray<byte>((Slots + 1) * Line, pinned: true);
        var address = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        _rows = address + ((Line - ((nint)address % Line)) % Line);
        for (var i = 0; i < keys.Length; i++)
        {
            Insert(keys[i], rows.AsSpan(i * PitchShape.Columns, PitchShape.Columns));
        }
    }

    /// <summary>Number of slots.</summary>
    public int Slots => _keys.Length;

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

    /// <summary>The slot of a feature, or -1. Key 0 means an empty slot and is never a feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint key)
    {
        var hash = key * Spread;
        var bit = hash >> (32 - FilterBits);
        return (_filter[bit >> 5] & (1u << (int)(bit & 31))) == 0 ? -1 : Probe(key, hash >> _shift);
    }

    /// <summary>The row of a slot against a vector over the whole line.</summary>
    public float Dot(int slot, ReadOnlySpan<float> line)
    {
        var (a, b) = Vector512.Widen(Vector512.WidenLower(Vector256.LoadAligned(Row(slot)).ToVector512()));
        return Vector512.Sum((Vector512.ConvertToSingle(a) * Vector512.Create<float>(line)) + (Vector512.ConvertToSingle(b) * Vector512.Create<float>(line[16..])));
    }

    private int Probe(uint key, uint slot)
    {
        while (_keys[slot] != key)
        {
            if (_keys[slot] == 0)
            {
                return -1;
            }

            slot = (slot + 1) & _mask;
        }

        return (int)slot;
    }

    private void Insert(uint key, ReadOnlySpan<sbyte> row)
    {
        var hash = key * Spread;
        var bit = hash >> (32 - FilterBits);
        _filter[bit >> 5] |= 1u << (int)(bit & 31);
        var slot = hash >> _shift;
        while (_keys[slot] != 0)
        {
            slot = (slot + 1) & _mask;
        }

        _keys[slot] = key;
        row.CopyTo(new Span<sbyte>(Row((int)slot), PitchShape.Columns));
    }
}
