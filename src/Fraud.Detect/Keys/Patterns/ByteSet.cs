using System.Buffers;

namespace Fraud.Keys.Patterns;

/// <summary>A set of ASCII bytes with a fast run length; bytes above 127 are never members.</summary>
internal sealed class ByteSet
{
    private readonly bool[] _members = new bool[256];
    private readonly SearchValues<byte> _values;

    private ByteSet(ReadOnlySpan<byte> members)
    {
        foreach (var b in members)
        {
            _members[b] = b < 128;
            Count += 1;
        }

        _values = SearchValues.Create(members);
    }

    /// <summary>Number of members.</summary>
    public int Count { get; }

    public bool Contains(byte b) => _members[b];

    /// <summary>Length of the run of members at the start of the text, at most <paramref name="max"/>.</summary>
    public int RunLength(ReadOnlySpan<byte> text, int max)
    {
        var part = max < text.Length ? text[..max] : text;
        var end = part.IndexOfAnyExcept(_values);
        return end < 0 ? part.Length : end;
    }

    /// <summary>Length of the run of members at the end of the text, at most <paramref name="max"/>.</summary>
    public int RunLengthBackwards(ReadOnlySpan<byte> text, int max)
    {
        var part = max < text.Length ? text[^max..] : text;
        var last = part.LastIndexOfAnyExcept(_values);
        return part.Length - 1 - last;
    }

    public ByteSet Union(ByteSet other) => Where(b => Contains(b) || other.Contains(b));

    public ByteSet FoldCase() => Where(b => Contains(b) || (char.IsAsciiLetter((char)b) && Contains((byte)(b ^ 0x20))));

    /// <summary>The ASCII bytes for which the test holds.</summary>
    public static ByteSet Where(Func<byte, bool> test)
    {
        Span<byte> members = stackalloc byte[128];
        var count = 0;
        for (byte b = 0; b < 128; b++)
        {
            if (test(b))
            {
                members[count++] = b;
            }
        }

        return new ByteSet(members[..count]);
    }

    /// <summary>The set written as in a regular expression's brackets, without the brackets: "A-Za-z0-9_-".</summary>
    public static ByteSet Parse(string members)
    {
        var parser = new PatternParser("[" + members + "]");
        return parser.ParseSet();
    }
}
