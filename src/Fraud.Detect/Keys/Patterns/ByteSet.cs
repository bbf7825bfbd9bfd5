using System.Buffers;
using System.Collections.Concurrent;

namespace Fraud.Keys.Patterns;

/// <summary>A set of ASCII bytes with a fast run length; bytes above 127 are never members. Equal sets are one object.</summary>
internal sealed class ByteSet
{
    private static readonly ConcurrentDictionary<(ulong Low, ulong High), ByteSet> _known = new();

    private readonly ulong _low;
    private readonly ulong _high;

    // Made when first asked for: most sets are only steps on the way to another
    private SearchValues<byte>? _values;

    private ByteSet(ulong low, ulong high)
    {
        _low = low;
        _high = high;
    }

    /// <summary>No byte at all.</summary>
    public static ByteSet None { get; } = Of(0, 0);

    /// <summary>Number of members.</summary>
    public int Count => System.Numerics.BitOperations.PopCount(_low) + System.Numerics.BitOperations.PopCount(_high);

    private SearchValues<byte> Values => _values ??= SearchValues.Create(Members());

    private byte[] Members()
    {
        var members = new byte[Count];
        var next = 0;
        for (byte b = 0; b < 128; b++)
        {
            if (Contains(b))
            {
                members[next++] = b;
            }
        }

        return members;
    }

    public bool Contains(byte b) => (((b < 64 ? _low : b < 128 ? _high : 0) >> (b & 63)) & 1) != 0;

    /// <summary>Length of the run of members at the start of the text, at most <paramref name="max"/>.</summary>
    public int RunLength(ReadOnlySpan<byte> text, int max)
    {
        var part = max < text.Length ? text[..max] : text;
        var end = part.IndexOfAnyExcept(Values);
        return end < 0 ? part.Length : end;
    }

    /// <summary>Length of the run of members at the end of the text, at most <paramref name="max"/>.</summary>
    public int RunLengthBackwards(ReadOnlySpan<byte> text, int max)
    {
        var part = max < text.Length ? text[^max..] : text;
        var last = part.LastIndexOfAnyExcept(Values);
        return part.Length - 1 - last;
    }

    /// <summary>Place of the last member in the text; -1 when there is none.</summary>
    public int LastIndexIn(ReadOnlySpan<byte> text) => (_low | _high) == 0 ? -1 : text.LastIndexOfAny(Values);

    public ByteSet Intersect(ByteSet other) => Of(_low & other._low, _high & other._high);

    public ByteSet Union(ByteSet other) => Of(_low | other._low, _high | other._high);

    public ByteSet Complement() => Of(~_low, ~_high);

    public ByteSet FoldCase()
    {
        // Letters lie in the upper half, 32 places apart
        const ulong Upper = 0x07FFFFFE;
        return Of(_low, _high | ((_high & Upper) << 32) | ((_high >> 32) & Upper));
    }

    public static ByteSet Single(byte b) => Range(b, b);

    public static ByteSet Range(byte from, byte to) => Of(UpTo(to) & ~UpTo(from - 1), UpTo(to - 64) & ~UpTo(from - 65));

    /// <summary>The ASCII bytes for which the test holds.</summary>
    public static ByteSet Where(Func<byte, bool> test)
    {
        ulong low = 0, high = 0;
        for (byte b = 0; b < 64; b++)
        {
            low |= test(b) ? 1UL << b : 0;
            high |= test((byte)(b + 64)) ? 1UL << b : 0;
        }

        return Of(low, high);
    }

    /// <summary>The set written as in a regular expression's brackets, without the brackets: "A-Za-z0-9_-".</summary>
    public static ByteSet Parse(string members)
    {
        var parser = new PatternParser("[" + members + "]");
        return parser.ParseSet();
    }

    // The first bits of a half, up to this one
    private static ulong UpTo(int last) => last < 0 ? 0 : last >= 63 ? ulong.MaxValue : (2UL << last) - 1;

    private static ByteSet Of(ulong low, ulong high) => _known.GetOrAdd((low, high), key => new ByteSet(key.Low, key.High));
}
