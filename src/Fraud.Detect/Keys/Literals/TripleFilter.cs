using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fraud.Keys.Literals;

/// <summary>The filter for every other machine: three bytes at each place, as a hash made eight at a time, are looked up in a table of marks.</summary>
internal sealed class TripleFilter
{
    private const int Bits = 15;
    private const ushort Fold = 0x2020;
    private const ushort First = 0x9E37;
    private const ushort Second = 0x6A4D;
    private readonly byte[] _marks = new byte[1 << Bits];

    /// <summary>A filter for anchors of three bytes and the first three of longer ones.</summary>
    public TripleFilter(params ReadOnlySpan<uint[]> anchors)
    {
        foreach (var values in anchors)
        {
            foreach (var value in values)
            {
                _marks[(ushort)(((ushort)value * First) + ((ushort)(value >> 8) * Second)) >> (16 - Bits)] = 1;
            }
        }
    }

    /// <summary>Writes down where an anchor may stand, in order; how many places.</summary>
    /// <param name="start">First byte; three more can be read than the blocks have.</param>
    /// <param name="blocks">How many times 64 bytes.</param>
    /// <param name="places">Room for as many places as there are bytes, and one.</param>
    [SkipLocalsInit]
    public int Find(ref byte start, int blocks, ref ushort places)
    {
        Span<ushort> hashes = stackalloc ushort[16];
        ref var even = ref MemoryMarshal.GetReference(hashes);
        ref var odd = ref Unsafe.Add(ref even, 8);
        ref var marks = ref MemoryMarshal.GetArrayDataReference(_marks);
        nint count = 0;
        for (var at = 0; at < blocks * LiteralSearch.Block; at += 16)
        {
            var a = PairsAt(ref start, at);
            var b = PairsAt(ref start, at + 1);
            var c = PairsAt(ref start, at + 2);
            Hash(a, b).StoreUnsafe(ref even);
            Hash(b, c).StoreUnsafe(ref odd);
            for (var i = 0; i < 8; i += 2)
            {
                // Written whether it counts or not
                Unsafe.Add(ref places, count) = (ushort)(at + (2 * i));
                count += Unsafe.Add(ref marks, Unsafe.Add(ref even, i));
                Unsafe.Add(ref places, count) = (ushort)(at + (2 * i) + 1);
                count += Unsafe.Add(ref marks, Unsafe.Add(ref odd, i));
                Unsafe.Add(ref places, count) = (ushort)(at + (2 * i) + 2);
                count += Unsafe.Add(ref marks, Unsafe.Add(ref even, i + 1));
                Unsafe.Add(ref places, count) = (ushort)(at + (2 * i) + 3);
                count += Unsafe.Add(ref marks, Unsafe.Add(ref odd, i + 1));
            }
        }

        return (int)count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> PairsAt(ref byte start, int at) => Vector128.LoadUnsafe(ref start, (nuint)at).AsUInt16() | Vector128.Create(Fold);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Hash(Vector128<ushort> first, Vector128<ushort> second) =>
        ((first * Vector128.Create(First)) + (second * Vector128.Create(Second))) >> (16 - Bits);
}
