using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Fraud.Keys.Literals;

/// <summary>
/// One pass over bytes that finds every literal of every rule, and places dense enough for an encoded or shapeless token.
/// A vectorised filter looks neighbouring bytes up in class tables (the "Teddy" way); what passes is checked by hash, then in full.
/// </summary>
internal sealed class LiteralSearch
{
    /// <summary>Bytes in a row that make a place dense.</summary>
    public const int DenseLength = 16;

    private const int Longest = ClassFilter.MaxWidth;
    private const uint ThreeBytes = 0x00FFFFFF;

    private readonly Literal[] _literals;
    private readonly AnchorTable _four;
    private readonly AnchorTable _three;
    private readonly ClassFilter _filter;

    public LiteralSearch(IReadOnlyList<Literal> literals)
    {
        _literals = [.. literals];
        var anchors = new Anchor[_literals.Length];
        var entries = new AnchorTable.Entry[_literals.Length];
        for (var i = 0; i < _literals.Length; i++)
        {
            (anchors[i], var offset) = Anchor.Of(_literals[i].Text);
            entries[i] = new(i, offset);
        }

        _four = new AnchorTable(anchors, entries, 4);
        _three = new AnchorTable(anchors, entries, 3);
        _filter = new ClassFilter(_four.Values, _three.Values);
    }

    /// <summary>Tells the sink of every literal and dense place, block by block.</summary>
    public void Run<TSink>(ReadOnlySpan<byte> text, ref TSink sink)
        where TSink : ILiteralSink
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var at = 0;
        if (Avx512Vbmi.IsSupported)
        {
            for (; at + 64 + Anchor.MaxLength - 1 <= text.Length; at += 64)
            {
                var found = _filter.Block512(ref Unsafe.Add(ref start, at));
                if (found.Any && !Handle(text, ref Unsafe.Add(ref start, at), at, found, ref sink))
                {
                    return;
                }
            }
        }

        if (Avx2.IsSupported)
        {
            for (; at + 32 + Anchor.MaxLength - 1 <= text.Length; at += 32)
            {
                var found = _filter.Block256(ref Unsafe.Add(ref start, at));
                if (found.Any && !Handle(text, ref Unsafe.Add(ref start, at), at, found, ref sink))
                {
                    return;
                }
            }
        }

        for (; at + 16 + Anchor.MaxLength - 1 <= text.Length; at += 16)
        {
            var found = _filter.Block128(ref Unsafe.Add(ref start, at));
            if (found.Any && !Handle(text, ref Unsafe.Add(ref start, at), at, found, ref sink))
            {
                return;
            }
        }

        RunTail(text, at, ref sink);
    }

    /// <summary>The last bytes, copied before zeros so that a full vector can be read.</summary>
    private void RunTail<TSink>(ReadOnlySpan<byte> text, int at, ref TSink sink)
        where TSink : ILiteralSink
    {
        Span<byte> padded = stackalloc byte[Longest];
        padded.Clear();
        text[at..].CopyTo(padded);
        ref var start = ref MemoryMarshal.GetReference(padded);
        for (var i = 0; at + i < text.Length; i += 16)
        {
            var found = _filter.Block128(ref Unsafe.Add(ref start, i));
            if (found.Any && !Handle(text, ref Unsafe.Add(ref start, i), at + i, found, ref sink))
            {
                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Handle<TSink>(ReadOnlySpan<byte> text, ref byte block, int at, ClassFilter.Found found, ref TSink sink)
        where TSink : ILiteralSink
    {
        found = new(_four.Sift(ref block, found.Four, uint.MaxValue), _three.Sift(ref block, found.Three, ThreeBytes), found.Dense);
        return !found.Any || Tell(text, ref block, at, found, ref sink);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Tell<TSink>(ReadOnlySpan<byte> text, ref byte block, int at, ClassFilter.Found found, ref TSink sink)
        where TSink : ILiteralSink
    {
        for (var hits = found.Four; hits != 0; hits &= hits - 1)
        {
            var place = BitOperations.TrailingZeroCount(hits);
            if (!Report(text, _four.Find(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref block, place)) | Anchor.Fold), at + place, ref sink))
            {
                return false;
            }
        }

        for (var hits = found.Three; hits != 0; hits &= hits - 1)
        {
            var place = BitOperations.TrailingZeroCount(hits);
            if (!Report(text, _three.Find((Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref block, place)) | Anchor.Fold) & ThreeBytes), at + place, ref sink))
            {
                return false;
            }
        }

        for (var dense = found.Dense; dense != 0; dense &= dense - 1)
        {
            if (!sink.OnDense(text, at + (BitOperations.TrailingZeroCount(dense) * DenseLength)))
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
