using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Fraud.Keys.Literals;

/// <summary>
/// The vectorised filter. For each place of an anchor a table says which buckets take which class of byte; a place of the text passes
/// when some bucket takes all its neighbouring bytes. One instruction looks 64 bytes up with AVX-512 VBMI; elsewhere four do it for 32 or 16.
/// </summary>
internal sealed class ClassFilter
{
    /// <summary>Bytes a block may read.</summary>
    public const int MaxWidth = 96;

    // Eight buckets a set; anchors of three bytes have their own
    private const int FourSets = 4;
    private const int ThreeSets = 2;

    // A dense byte lies between '+' and 'z': letters, digits and what tokens are joined with
    private const sbyte DenseLow = 0x2A;
    private const sbyte DenseHigh = 0x7B;

    // Where a look-up costs one instruction, two sums of classes tell the combinations that anchors have from those they have not
    private const int Sums = 2;

    private const int Tables = (FourSets * 4) + (ThreeSets * 3);
    private readonly Vector512<byte>[] _wide = new Vector512<byte>[Tables + ((FourSets + ThreeSets) * Sums)];
    private readonly Vector128<byte>[] _rows = new Vector128<byte>[Tables * 4];

    /// <summary>A filter for anchors of four and of three bytes.</summary>
    public ClassFilter(uint[] fours, uint[] threes)
    {
        Add(fours, 4, FourSets, 0, 0);
        Add(threes, 3, ThreeSets, FourSets * (4 + Sums), FourSets * 4);
    }

    private void Add(uint[] anchors, int length, int sets, int wide, int next)
    {
        var plan = new BucketPlan(anchors, length, sets * 8);
        for (var set = 0; set < sets; set++)
        {
            for (var place = 0; place < length; place++)
            {
                var table = plan.Table(place, set);
                _wide[wide++] = MemoryMarshal.Read<Vector512<byte>>(table);
                for (var row = 0; row < 4; row++)
                {
                    _rows[(next * 4) + row] = Vector128.Create<byte>(table.AsSpan(row * 16, 16));
                }

                next++;
            }

            _wide[wide++] = MemoryMarshal.Read<Vector512<byte>>(plan.SumTable(set, [1, 2, 4]));
            _wide[wide++] = MemoryMarshal.Read<Vector512<byte>>(plan.SumTable(set, length == 4 ? [0, 4, 2, 1] : [4, 2, 1]));
        }
    }

    public Found Block512(ref byte start)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(_wide);
        var first = Vector512.LoadUnsafe(ref start);
        var a = Classes(first);
        var b = Classes(Vector512.LoadUnsafe(ref start, 1));
        var c = Classes(Vector512.LoadUnsafe(ref start, 2));
        var d = Classes(Vector512.LoadUnsafe(ref start, 3));
        var (twiceB, twiceC) = (b + b, c + c);
        var up = a + twiceB + twiceC + twiceC;
        var four = Vector512<byte>.Zero;
        var three = Vector512<byte>.Zero;
        var last = twiceB + twiceB + twiceC + d;
        for (var set = 0; set < FourSets; set++)
        {
            four |= Avx512Vbmi.PermuteVar64x8(table, a) & Avx512Vbmi.PermuteVar64x8(Unsafe.Add(ref table, 1), b)
                & Avx512Vbmi.PermuteVar64x8(Unsafe.Add(ref table, 2), c) & Avx512Vbmi.PermuteVar64x8(Unsafe.Add(ref table, 3), d)
                & Avx512Vbmi.PermuteVar64x8(Unsafe.Add(ref table, 4), up) & Avx512Vbmi.PermuteVar64x8(Unsafe.Add(ref table, 5), last);
            table = ref Unsafe.Add(ref table, 4 + Sums);
        }

        last = a + a + a + a + twiceB + c;
        for (var set = 0; set < ThreeSets; set++)
        {
            three |= Avx512Vbmi.PermuteVar64x8(table, a) & Avx512Vbmi.PermuteVar64x8(Unsafe.Add(ref table, 1), b) & Avx512Vbmi.PermuteVar64x8(Unsafe.Add(ref table, 2), c)
                & Avx512Vbmi.PermuteVar64x8(Unsafe.Add(ref table, 3), up) & Avx512Vbmi.PermuteVar64x8(Unsafe.Add(ref table, 4), last);
            table = ref Unsafe.Add(ref table, 3 + Sums);
        }

        var inside = Vector512.GreaterThan(first.AsSByte(), Vector512.Create(DenseLow)) & Vector512.LessThan(first.AsSByte(), Vector512.Create(DenseHigh));
        var lanes = Vector512.Equals(inside.AsInt64(), Vector512<long>.AllBitsSet).ExtractMostSignificantBits();
        return new Found(
            ~Vector512.Equals(four, Vector512<byte>.Zero).ExtractMostSignificantBits(),
            ~Vector512.Equals(three, Vector512<byte>.Zero).ExtractMostSignificantBits(),
            Pairs(lanes));
    }

    public Found Block256(ref byte start)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(_rows);
        var first = Vector256.LoadUnsafe(ref start);
        var a = new Rows256(first);
        var b = new Rows256(Vector256.LoadUnsafe(ref start, 1));
        var c = new Rows256(Vector256.LoadUnsafe(ref start, 2));
        var d = new Rows256(Vector256.LoadUnsafe(ref start, 3));
        var four = Vector256<byte>.Zero;
        var three = Vector256<byte>.Zero;
        for (var set = 0; set < FourSets; set++)
        {
            four |= a.Look(ref table) & b.Look(ref Unsafe.Add(ref table, 4)) & c.Look(ref Unsafe.Add(ref table, 8)) & d.Look(ref Unsafe.Add(ref table, 12));
            table = ref Unsafe.Add(ref table, 16);
        }

        for (var set = 0; set < ThreeSets; set++)
        {
            three |= a.Look(ref table) & b.Look(ref Unsafe.Add(ref table, 4)) & c.Look(ref Unsafe.Add(ref table, 8));
            table = ref Unsafe.Add(ref table, 12);
        }

        var inside = Vector256.GreaterThan(first.AsSByte(), Vector256.Create(DenseLow)) & Vector256.LessThan(first.AsSByte(), Vector256.Create(DenseHigh));
        var lanes = Vector256.Equals(inside.AsInt64(), Vector256<long>.AllBitsSet).ExtractMostSignificantBits();
        return new Found(
            (uint)~Vector256.Equals(four, Vector256<byte>.Zero).ExtractMostSignificantBits(),
            (uint)~Vector256.Equals(three, Vector256<byte>.Zero).ExtractMostSignificantBits(),
            Pairs(lanes));
    }

    public Found Block128(ref byte start)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(_rows);
        var first = Vector128.LoadUnsafe(ref start);
        var a = new Rows128(first);
        var b = new Rows128(Vector128.LoadUnsafe(ref start, 1));
        var c = new Rows128(Vector128.LoadUnsafe(ref start, 2));
        var d = new Rows128(Vector128.LoadUnsafe(ref start, 3));
        var four = Vector128<byte>.Zero;
        var three = Vector128<byte>.Zero;
        for (var set = 0; set < FourSets; set++)
        {
            four |= a.Look(ref table) & b.Look(ref Unsafe.Add(ref table, 4)) & c.Look(ref Unsafe.Add(ref table, 8)) & d.Look(ref Unsafe.Add(ref table, 12));
            table = ref Unsafe.Add(ref table, 16);
        }

        for (var set = 0; set < ThreeSets; set++)
        {
            three |= a.Look(ref table) & b.Look(ref Unsafe.Add(ref table, 4)) & c.Look(ref Unsafe.Add(ref table, 8));
            table = ref Unsafe.Add(ref table, 12);
        }

        var inside = Vector128.GreaterThan(first.AsSByte(), Vector128.Create(DenseLow)) & Vector128.LessThan(first.AsSByte(), Vector128.Create(DenseHigh));
        var lanes = Vector128.Equals(inside.AsInt64(), Vector128<long>.AllBitsSet).ExtractMostSignificantBits();
        return new Found(
            ~Vector128.Equals(four, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF,
            ~Vector128.Equals(three, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF,
            Pairs(lanes));
    }

    /// <summary>Bit 6 moves to 5 and bits 0 to 4 stay; the look-up heeds no others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Classes(Vector512<byte> bytes) =>
        Vector512.ConditionalSelect(Vector512.Create((byte)0x1F), bytes, (bytes.AsUInt16() >> 1).AsByte());

    /// <summary>Halves of eight bytes that are dense, two by two: a bit for each sixteen bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Pairs(ulong halves)
    {
        var both = (uint)(halves & (halves >> 1));
        return (both & 1) | ((both >> 1) & 2) | ((both >> 2) & 4) | ((both >> 3) & 8);
    }

    /// <summary>What a block has: places of anchors of four and of three bytes, and which sixteens are dense.</summary>
    internal readonly record struct Found(ulong Four, ulong Three, uint Dense)
    {
        public bool Any => (Four | Three | Dense) != 0;
    }

    /// <summary>Class indexes split by row of sixteen: outside its row an index has the high bit, for which a shuffle gives 0.</summary>
    private readonly ref struct Rows256
    {
        private readonly Vector256<byte> _0;
        private readonly Vector256<byte> _1;
        private readonly Vector256<byte> _2;
        private readonly Vector256<byte> _3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Rows256(Vector256<byte> bytes)
        {
            var low = bytes & Vector256.Create((byte)0x0F);
            var row = bytes & Vector256.Create((byte)0x50);
            _0 = low | Vector256.AndNot(Vector256.Create((byte)0x80), Vector256.Equals(row, Vector256<byte>.Zero));
            _1 = low | Vector256.AndNot(Vector256.Create((byte)0x80), Vector256.Equals(row, Vector256.Create((byte)0x10)));
            _2 = low | Vector256.AndNot(Vector256.Create((byte)0x80), Vector256.Equals(row, Vector256.Create((byte)0x40)));
            _3 = low | Vector256.AndNot(Vector256.Create((byte)0x80), Vector256.Equals(row, Vector256.Create((byte)0x50)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<byte> Look(ref Vector128<byte> rows) =>
            Avx2.Shuffle(Twice(rows), _0) | Avx2.Shuffle(Twice(Unsafe.Add(ref rows, 1)), _1)
            | Avx2.Shuffle(Twice(Unsafe.Add(ref rows, 2)), _2) | Avx2.Shuffle(Twice(Unsafe.Add(ref rows, 3)), _3);

        private static Vector256<byte> Twice(Vector128<byte> row) => Vector256.Create(row, row);
    }

    private readonly ref struct Rows128
    {
        private readonly Vector128<byte> _0;
        private readonly Vector128<byte> _1;
        private readonly Vector128<byte> _2;
        private readonly Vector128<byte> _3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Rows128(Vector128<byte> bytes)
        {
            var low = bytes & Vector128.Create((byte)0x0F);
            var row = bytes & Vector128.Create((byte)0x50);
            _0 = low | Vector128.AndNot(Vector128.Create((byte)0x80), Vector128.Equals(row, Vector128<byte>.Zero));
            _1 = low | Vector128.AndNot(Vector128.Create((byte)0x80), Vector128.Equals(row, Vector128.Create((byte)0x10)));
            _2 = low | Vector128.AndNot(Vector128.Create((byte)0x80), Vector128.Equals(row, Vector128.Create((byte)0x40)));
            _3 = low | Vector128.AndNot(Vector128.Create((byte)0x80), Vector128.Equals(row, Vector128.Create((byte)0x50)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<byte> Look(ref Vector128<byte> rows) =>
            Vector128.Shuffle(rows, _0) | Vector128.Shuffle(Unsafe.Add(ref rows, 1), _1)
            | Vector128.Shuffle(Unsafe.Add(ref rows, 2), _2) | Vector128.Shuffle(Unsafe.Add(ref rows, 3), _3);
    }
}
