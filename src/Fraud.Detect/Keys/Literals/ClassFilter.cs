using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Fraud.Keys.Literals;

/// <summary>
/// The filter where one instruction looks 64 bytes up (AVX-512 VBMI). The classes of neighbouring bytes are added up in several ways, each giving
/// six bits; a table for each way says which buckets have an anchor with such a sum. A place passes when some bucket has them all: one in forty.
/// </summary>
internal sealed class ClassFilter
{
    // Eight buckets a set
    private const int FourSets = 3;
    private const int FourIndexes = 6;
    private const int ThreeIndexes = 4;
    private const int Table = ByteClass.Count;
    private const int Threes = FourSets * FourIndexes;
    private const int Line = 64;

    // Pinned, so that tables begin at lines of the cache and stay there: one read a table, not two
    private readonly byte[] _memory = GC.AllocateArray<byte>(((Threes + ThreeIndexes) * Table) + Line, pinned: true);
    private readonly int _first;

    /// <summary>A filter for anchors of four and of three bytes.</summary>
    public ClassFilter(uint[] fours, uint[] threes)
    {
        _first = AlignedIn(_memory);
        var plan = new BucketPlan(Array.ConvertAll(fours, FourOf), FourSets * 8, SharesOf((a, b) => (2 * a) - b));
        for (var table = 0; table < Threes; table++)
        {
            plan.Fill(_memory.AsSpan(_first + (table * Table), Table), table % FourIndexes, table / FourIndexes);
        }

        plan = new BucketPlan(Array.ConvertAll(threes, ThreeOf), 8, SharesOf((a, _) => a));
        for (var index = 0; index < ThreeIndexes; index++)
        {
            plan.Fill(_memory.AsSpan(_first + ((Threes + index) * Table), Table), index, 0);
        }
    }

    /// <summary>Writes down where an anchor may stand, in order; how many places.</summary>
    /// <param name="start">First byte; three more can be read than the blocks have.</param>
    /// <param name="blocks">How many times 64 bytes.</param>
    /// <param name="places">Room for as many places as there are bytes, and two.</param>
    public int Find(ref byte start, int blocks, ref ushort places)
    {
        ref var tables = ref Unsafe.As<byte, Vector512<byte>>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), _first));
        var count = 0;
        for (var at = 0; at < blocks * LiteralSearch.Block; at += LiteralSearch.Block)
        {
            ref var block = ref Unsafe.Add(ref start, at);
            var found = Look(ref tables, ClassesAt(ref block, 0), ClassesAt(ref block, 1), ClassesAt(ref block, 2), ClassesAt(ref block, 3));
            Write(found, at, ref Unsafe.Add(ref places, count));
            count += BitOperations.PopCount(found);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Look(ref Vector512<byte> tables, Vector512<byte> a, Vector512<byte> b, Vector512<byte> c, Vector512<byte> d)
    {
        var (s0, s1, s2) = (Sum(a, b), Sum(b, c), Sum(c, d));
        var (r0, r1, r2) = (a + a - b, b + b - c, c + c - d);
        ref var threes = ref Unsafe.Add(ref tables, Threes);
        var found = At(ref threes, 0, a) & At(ref threes, 1, c) & At(ref threes, 2, s0);
        found &= At(ref threes, 3, r1);
        for (var set = 0; set < FourSets; set++)
        {
            ref var table = ref Unsafe.Add(ref tables, set * FourIndexes);
            var bucket = At(ref table, 0, r1) & At(ref table, 1, r0) & At(ref table, 2, r0 ^ r2);
            bucket = bucket & At(ref table, 3, s1 ^ r2) & At(ref table, 4, s0 - r2);
            found |= bucket & At(ref table, 5, s0 ^ s2);
        }

        return ~Vector512.Equals(found, Vector512<byte>.Zero).ExtractMostSignificantBits();
    }

    // Only six bits are heeded
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> At(ref Vector512<byte> table, int index, Vector512<byte> values) => Avx512Vbmi.PermuteVar64x8(Unsafe.Add(ref table, index), values);

    /// <summary>Bit 6 moves to 5 and bits 0 to 4 stay; the others say nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> ClassesAt(ref byte block, nuint at)
    {
        var bytes = Vector512.LoadUnsafe(ref block, at);
        return Vector512.ConditionalSelect(Vector512.Create((byte)0x1F), bytes, (bytes.AsUInt16() >> 1).AsByte());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Sum(Vector512<byte> a, Vector512<byte> b)
    {
        var twice = b + b;
        return a + twice + twice;
    }

    /// <summary>Writes the places of a block, three at a time whether there are so many or not: how many cannot be foreseen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(ulong found, int at, ref ushort places)
    {
        do
        {
            places = (ushort)(at + BitOperations.TrailingZeroCount(found));
            found &= found - 1;
            Unsafe.Add(ref places, 1) = (ushort)(at + BitOperations.TrailingZeroCount(found));
            found &= found - 1;
            Unsafe.Add(ref places, 2) = (ushort)(at + BitOperations.TrailingZeroCount(found));
            found &= found - 1;
            places = ref Unsafe.Add(ref places, 3);
        }
        while (found != 0);
    }

    private static unsafe int AlignedIn(byte[] pinned) => (int)(-(nint)Unsafe.AsPointer(ref pinned[0]) & (Line - 1));

    // The same sums, of one anchor
    private static byte[] FourOf(uint anchor)
    {
        var (a, b, c, d) = (ClassOf(anchor, 0), ClassOf(anchor, 1), ClassOf(anchor, 2), ClassOf(anchor, 3));
        var (s0, s1, s2) = (a + (4 * b), b + (4 * c), c + (4 * d));
        var (r0, r1, r2) = ((2 * a) - b, (2 * b) - c, (2 * c) - d);
        return [Index(r1), Index(r0), Index(r0 ^ r2), Index(s1 ^ r2), Index(s0 - r2), Index(s0 ^ s2)];
    }

    private static byte[] ThreeOf(uint anchor)
    {
        var (a, b, c) = (ClassOf(anchor, 0), ClassOf(anchor, 1), ClassOf(anchor, 2));
        return [Index(a), Index(c), Index(a + (4 * b)), Index((2 * b) - c)];
    }

    private static int ClassOf(uint anchor, int place) => ByteClass.Of((byte)(anchor >> (8 * place)));

    private static byte Index(int sum) => (byte)(sum & (ByteClass.Count - 1));

    private static float[] SharesOf(Func<int, int, int> index)
    {
        var shares = new float[ByteClass.Count];
        for (var a = 0; a < ByteClass.Count; a++)
        {
            for (var b = 0; b < ByteClass.Count; b++)
            {
                shares[Index(index(a, b))] += LetterTriples.ShareOf(ByteClass.Example(a), ByteClass.Example(b));
            }
        }

        return shares;
    }
}
