using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Fraud.Keys.Literals;

/// <summary>
/// One pass over bytes that finds every literal of every rule, and places dense enough for an encoded or shapeless token.
/// Four neighbouring bytes are looked up in nibble tables for 16 buckets at once (the "Teddy" way); what passes is checked by hash, then in full.
/// </summary>
internal sealed class LiteralSearch
{
    /// <summary>Bytes in a row that make a place dense.</summary>
    public const int DenseLength = 16;

    // A dense byte lies between '+' and 'z': letters, digits and what tokens are joined with
    private const byte DenseLow = 0x2A;
    private const byte DenseHigh = 0x7B;
    private const int Places = 4;

    private readonly Literal[] _literals;
    private readonly AnchorTable _four;
    private readonly AnchorTable _three;

    // [(place * 2 + set) * 2 + (high ? 1 : 0)]
    private readonly Vector128<byte>[] _tables = new Vector128<byte>[Places * 4];

    public LiteralSearch(IReadOnlyList<Literal> literals)
    {
        _literals = [.. literals];
        var anchors = _literals.Select((l, i) => (Literal: i, At: Anchor.Of(l.Text))).ToList();
        _four = new AnchorTable(anchors.Where(a => a.At.Anchor.Length == 4).Select(a => (a.At.Anchor.Value, new AnchorTable.Entry(a.Literal, a.At.Offset))));
        _three = new AnchorTable(anchors.Where(a => a.At.Anchor.Length == 3).Select(a => (a.At.Anchor.Value, new AnchorTable.Entry(a.Literal, a.At.Offset))));
        var plan = new BucketPlan([.. anchors.Select(a => a.At.Anchor).Distinct()]);
        for (var place = 0; place < Places; place++)
        {
            for (var high = 0; high < 2; high++)
            {
                var table = plan.Table(place, high == 1);
                _tables[(place * 4) + high] = Vector128.Create([.. table.Select(t => (byte)t)]);
                _tables[(place * 4) + 2 + high] = Vector128.Create([.. table.Select(t => (byte)(t >> 8))]);
            }
        }
    }

    /// <summary>Tells the sink of every literal and dense place, in order of block.</summary>
    public void Run<TSink>(ReadOnlySpan<byte> text, ref TSink sink)
        where TSink : ILiteralSink
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var at = 0;
        if (Avx2.IsSupported)
        {
            for (; at + 32 + Places - 1 <= text.Length; at += 32)
            {
                var (hits, dense) = Block256(ref Unsafe.Add(ref start, at));
                if ((hits | dense) != 0 && !Handle(text, ref Unsafe.Add(ref start, at), at, hits, dense, ref sink))
                {
                    return;
                }
            }
        }
        else
        {
            for (; at + 16 + Places - 1 <= text.Length; at += 16)
            {
                var (hits, dense) = Block128(ref Unsafe.Add(ref start, at));
                if ((hits | dense) != 0 && !Handle(text, ref Unsafe.Add(ref start, at), at, hits, dense, ref sink))
                {
                    return;
                }
            }
        }

        RunTail(text, at, ref sink);
    }

    /// <summary>The last bytes, copied behind zeros so that a full vector can be read.</summary>
    private void RunTail<TSink>(ReadOnlySpan<byte> text, int at, ref TSink sink)
        where TSink : ILiteralSink
    {
        Span<byte> padded = stackalloc byte[32 + 16 + 16];
        padded.Clear();
        text[at..].CopyTo(padded);
        ref var start = ref MemoryMarshal.GetReference(padded);
        for (var i = 0; at + i < text.Length; i += 16)
        {
            var (hits, dense) = Block128(ref Unsafe.Add(ref start, i));
            if ((hits | dense) != 0 && !Handle(text, ref Unsafe.Add(ref start, i), at + i, hits, dense, ref sink))
            {
                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (uint Hits, uint Dense) Block256(ref byte start)
    {
        ref var tables = ref MemoryMarshal.GetArrayDataReference(_tables);
        var nibble = Vector256.Create((byte)0x0F);
        var fold = Vector256.Create((byte)0x20);
        var first = Vector256.LoadUnsafe(ref start);
        var (one, two) = (Vector256<byte>.AllBitsSet, Vector256<byte>.AllBitsSet);
        for (var place = 0; place < Places; place++)
        {
            var bytes = Vector256.LoadUnsafe(ref start, (nuint)place) | fold;
            var low = bytes & nibble;
            var high = (bytes.AsUInt16() >> 4).AsByte() & nibble;
            ref var table = ref Unsafe.Add(ref tables, place * 4);
            one &= Avx2.Shuffle(Twice(table), low) & Avx2.Shuffle(Twice(Unsafe.Add(ref table, 1)), high);
            two &= Avx2.Shuffle(Twice(Unsafe.Add(ref table, 2)), low) & Avx2.Shuffle(Twice(Unsafe.Add(ref table, 3)), high);
        }

        var hits = ~Vector256.Equals(one | two, Vector256<byte>.Zero).ExtractMostSignificantBits();
        var inside = Vector256.GreaterThan(first.AsSByte(), Vector256.Create((sbyte)DenseLow)) & Vector256.LessThan(first.AsSByte(), Vector256.Create((sbyte)DenseHigh));
        var members = inside.ExtractMostSignificantBits();
        var dense = ((members & 0xFFFF) == 0xFFFF ? 1u : 0) | (members >> 16 == 0xFFFF ? 0x10000u : 0);
        return (hits, dense);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (uint Hits, uint Dense) Block128(ref byte start)
    {
        ref var tables = ref MemoryMarshal.GetArrayDataReference(_tables);
        var nibble = Vector128.Create((byte)0x0F);
        var fold = Vector128.Create((byte)0x20);
        var first = Vector128.LoadUnsafe(ref start);
        var (one, two) = (Vector128<byte>.AllBitsSet, Vector128<byte>.AllBitsSet);
        for (var place = 0; place < Places; place++)
        {
            var bytes = Vector128.LoadUnsafe(ref start, (nuint)place) | fold;
            var low = bytes & nibble;
            var high = bytes >> 4;
            ref var table = ref Unsafe.Add(ref tables, place * 4);
            one &= Vector128.Shuffle(table, low) & Vector128.Shuffle(Unsafe.Add(ref table, 1), high);
            two &= Vector128.Shuffle(Unsafe.Add(ref table, 2), low) & Vector128.Shuffle(Unsafe.Add(ref table, 3), high);
        }

        var hits = ~Vector128.Equals(one | two, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
        var inside = Vector128.GreaterThan(first.AsSByte(), Vector128.Create((sbyte)DenseLow)) & Vector128.LessThan(first.AsSByte(), Vector128.Create((sbyte)DenseHigh));
        return (hits, inside.ExtractMostSignificantBits() == 0xFFFF ? 1u : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Twice(Vector128<byte> table) => Vector256.Create(table, table);

    private bool Handle<TSink>(ReadOnlySpan<byte> text, ref byte block, int at, uint hits, uint dense, ref TSink sink)
        where TSink : ILiteralSink
    {
        for (; hits != 0; hits &= hits - 1)
        {
            var place = BitOperations.TrailingZeroCount(hits);
            var value = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref block, place)) | Anchor.Fold;
            if (_four.May(value) && !Report(text, _four.Find(value), at + place, ref sink))
            {
                return false;
            }

            value &= 0x00FFFFFF;
            if (_three.May(value) && !Report(text, _three.Find(value), at + place, ref sink))
            {
                return false;
            }
        }

        for (; dense != 0; dense &= dense - 1)
        {
            if (!sink.OnDense(text, at + BitOperations.TrailingZeroCount(dense)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Report<TSink>(ReadOnlySpan<byte> text, ReadOnlySpan<AnchorTable.Entry> entries, int at, ref TSink sink)
        where TSink : ILiteralSink
    {
        foreach (var (literal, offset) in entries)
        {
            if (_literals[literal].IsAt(text, at - offset) && !sink.OnLiteral(text, literal, at - offset))
            {
                return false;
            }
        }

        return true;
    }
}
