using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Fraud.Pitches;

/// <summary>Weight rows in an open hash table of cache lines: 4 bytes of key, then the row; a bit filter turns unknown features away first.</summary>
internal sealed unsafe class WeightTable
{
    /// <summary>Bytes of a line.</summary>
    public const int Line = 64;

    private const int FilterBits = 20;
    private readonly byte[] _memory;
    private readonly byte* _lines;
    private readonly uint[] _filter = new uint[1 << (FilterBits - 5)];
    private readonly int _shift;
    private readonly uint _mask;

    public WeightTable(uint[] keys, sbyte[] rows)
    {
        var bits = 10;
        while (1 << bits < keys.Length * 3 / 2)
        {
            bits++;
        }

        (_shift, _mask, Slots) = (32 - bits, (1u << bits) - 1, 1 << bits);
        _memory = GC.AllocateArray<byte>((Slots + 1) * Line, pinned: true);
        var address = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        _lines = address + ((Line - ((nint)address % Line)) % Line);
        for (var i = 0; i < keys.Length; i++)
        {
            Insert(keys[i], rows.AsSpan(i * PitchShape.Columns, PitchShape.Columns));
        }
    }

    /// <summary>Number of slots.</summary>
    public int Slots { get; }

    /// <summary>The line of a slot; the row begins after the key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public sbyte* LineOf(int slot) => (sbyte*)_lines + ((nint)slot * Line);

    /// <summary>The slot of a feature, or -1. Key 0 means an empty slot and is never a feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint key)
    {
        var hash = key * 0x9E3779B1u;
        var bit = hash >> (32 - FilterBits);
        return (_filter[bit >> 5] & (1u << (int)(bit & 31))) == 0 ? -1 : Probe(key, hash >> _shift);
    }

    /// <summary>The row of a slot against a vector over the columns.</summary>
    public float Dot(int slot, ReadOnlySpan<float> vector, ReadOnlySpan<float> steps)
    {
        var row = LineOf(slot) + sizeof(uint);
        var sum = 0f;
        for (var c = 0; c < PitchShape.Columns; c++)
        {
            sum += row[c] * steps[c] * vector[c];
        }

        return sum;
    }

    private int Probe(uint key, uint slot)
    {
        while (true)
        {
            var found = *(uint*)(_lines + ((nint)slot * Line));
            if (found == key)
            {
                return (int)slot;
            }

            if (found == 0)
            {
                return -1;
            }

            slot = (slot + 1) & _mask;
        }
    }

    private void Insert(uint key, ReadOnlySpan<sbyte> row)
    {
        var hash = key * 0x9E3779B1u;
        var bit = hash >> (32 - FilterBits);
        _filter[bit >> 5] |= 1u << (int)(bit & 31);
        var slot = hash >> _shift;
        while (*(uint*)(_lines + ((nint)slot * Line)) != 0)
        {
            slot = (slot + 1) & _mask;
        }

        *(uint*)(_lines + ((nint)slot * Line)) = key;
        row.CopyTo(new Span<sbyte>(LineOf((int)slot) + sizeof(uint), PitchShape.Columns));
    }
}
