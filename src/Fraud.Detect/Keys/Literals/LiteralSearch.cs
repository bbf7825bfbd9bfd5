using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Fraud.Keys.Literals;

/// <summary>
/// One pass over bytes that finds every literal of every rule, and places dense enough for an encoded or shapeless token.
/// Stretch by stretch: a vectorised filter writes down places, a bitmap strikes most of them out, the rest is compared in full.
/// No step asks a question of each place that could not be foreseen.
/// </summary>
internal sealed class LiteralSearch
{
    /// <summary>Bytes in a row that make a place dense.</summary>
    public const int DenseLength = 16;

    /// <summary>Bytes looked at together.</summary>
    public const int Block = 64;

    private const int Stretch = 32 * Block;

    // More places may be written than count
    private const int Room = 3;
    private const int Beyond = Anchor.MaxLength - 1;

    private readonly Literal[] _literals;
    private readonly AnchorTable _anchors;

    // A processor uses one of them
    private readonly Lazy<ClassFilter> _classes;
    private readonly Lazy<TripleFilter> _triples;

    // What a token is made of lies between '+' and 'z': letters, digits and what they are joined with
    private const byte DenseFirst = (byte)'+';
    private const byte DenseSpan = 'z' - '+';

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

        _anchors = new AnchorTable(anchors, entries);
        _classes = new(() => new(_anchors.Fours, _anchors.Threes));
        _triples = new(() => new(_anchors.Fours, _anchors.Threes));
    }

    /// <summary>Tells the sink of every literal and dense place, stretch by stretch.</summary>
    public void Run<TSink>(ReadOnlySpan<byte> text, ref TSink sink)
        where TSink : ILiteralSink => Run(text, ref sink, Avx512Vbmi.IsSupported);

    /// <summary>As above, and whether AVX-512 VBMI is used: what is found is the same.</summary>
    [SkipLocalsInit]
    internal void Run<TSink>(ReadOnlySpan<byte> text, ref TSink sink, bool wide)
        where TSink : ILiteralSink
    {
        Span<ushort> places = stackalloc ushort[Stretch + Room];
        Span<ushort> dense = stackalloc ushort[Stretch / DenseLength];
        ref var start = ref MemoryMarshal.GetReference(text);
        var at = 0;
        for (int blocks; (blocks = Math.Min(Stretch, text.Length - Beyond - at) / Block) > 0; at += blocks * Block)
        {
            if (!Tell(text, at, ref Unsafe.Add(ref start, at), blocks, places, dense, wide, ref sink))
            {
                return;
            }
        }

        // The last bytes, copied before zeros so that whole blocks can be read
        Span<byte> padded = stackalloc byte[(2 * Block) + Beyond];
        padded.Clear();
        text[at..].CopyTo(padded);
        Tell(text, at, ref MemoryMarshal.GetReference(padded), (text.Length - at + Block - 1) / Block, places, dense, wide, ref sink);
    }

    private bool Tell<TSink>(ReadOnlySpan<byte> text, int at, ref byte start, int blocks, Span<ushort> places, Span<ushort> dense, bool wide, ref TSink sink)
        where TSink : ILiteralSink
    {
        ref var first = ref MemoryMarshal.GetReference(places);
        var count = wide ? _classes.Value.Find(ref start, blocks, ref first) : _triples.Value.Find(ref start, blocks, ref first);
        count = _anchors.Sift(ref start, ref first, count);
        foreach (var place in places[..count])
        {
            var (fours, threes) = _anchors.At(ref start, place);
            if (!Report(text, fours, at + place, ref sink) || !Report(text, threes, at + place, ref sink))
            {
                return false;
            }
        }

        foreach (var place in dense[..Dense(ref start, blocks, dense)])
        {
            if (!sink.OnDense(text, at + place))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes down which sixteens could belong to one token; how many.</summary>
    private static int Dense(ref byte start, int blocks, Span<ushort> dense)
    {
        var count = 0;
        for (var at = 0; at < blocks * Block; at += Block)
        {
            for (var sixteens = Dense(ref Unsafe.Add(ref start, at)); sixteens != 0; sixteens &= sixteens - 1)
            {
                dense[count++] = (ushort)(at + BitOperations.TrailingZeroCount(sixteens) - DenseLength + 1);
            }
        }

        return count;
    }

    /// <summary>The highest bit of each sixteen of a block that has nothing else but what tokens are made of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Dense(ref byte block)
    {
        const ulong Low = 0x7FFF_7FFF_7FFF_7FFF;
        ulong outside = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            outside = Vector512.GreaterThan(Vector512.LoadUnsafe(ref block) - Vector512.Create(DenseFirst), Vector512.Create(DenseSpan)).ExtractMostSignificantBits();
        }
        else
        {
            for (var at = 0; at < Block; at += DenseLength)
            {
                outside |= (ulong)Vector128.GreaterThan(Vector128.LoadUnsafe(ref block, (nuint)at) - Vector128.Create(DenseFirst), Vector128.Create(DenseSpan)).ExtractMostSignificantBits() << at;
            }
        }

        // The highest bit of a sixteen stays clear only if all are
        return ~(((outside & Low) + Low) | outside | Low);
    }

    private bool Report<TSink>(ReadOnlySpan<byte> text, AnchorTable.Entry[] entries, int at, ref TSink sink)
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
