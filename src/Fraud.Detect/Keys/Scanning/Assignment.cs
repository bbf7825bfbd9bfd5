using System.Buffers;
using Fraud.Keys.Filters;
using Fraud.Keys.Patterns;

namespace Fraud.Keys.Scanning;

/// <summary>Reads "name = value" as it is written in code, configuration, commands, markup and posts.</summary>
internal static class Assignment
{
    private const int MaxName = 40;
    private const int MaxSpaces = 40;
    private const int MaxSigns = 32;
    private const int MaxCues = 4;
    private static readonly ByteSet _signs = ByteSet.Where(b => b is <= 32 or (byte)':' or (byte)'=' or (byte)'>' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'-' or (byte)'_' or (byte)'.' or (byte)',' or (byte)'|' or (byte)'(' or (byte)'[' or (byte)'{' or (byte)'?' or (byte)'+' or (byte)'\\');
    private static readonly SearchValues<byte> _code = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.^+#:>-"u8);
    private static readonly ByteSet _more = ByteSet.Parse(":=>");
    private static readonly ByteSet _name = ByteSet.Parse("A-Za-z0-9_.-");
    private static readonly ByteSet _spaces = ByteSet.Where(b => b is (byte)' ' or (byte)'\t');
    private static readonly ByteSet _closers = ByteSet.Where(b => b is (byte)' ' or (byte)'\t' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)']' or (byte)')' or (byte)'}' or (byte)'\\' or (byte)'*');

    /// <summary>Where the value begins that is assigned to the name around the keyword; -1 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keyword">First byte of the keyword.</param>
    /// <param name="end">One past its last byte.</param>
    /// <param name="quote">The quote that opens the value; 0 when it is bare.</param>
    public static int ValueStart(ReadOnlySpan<byte> text, int keyword, int end, out byte quote)
    {
        quote = 0;
        var at = end + _name.RunLength(text[end..], MaxName);
        var name = at;
        if (!SecretName.Is(text[Math.Max(0, keyword - MaxName)..keyword], text[keyword..end], text[end..at]))
        {
            return -1;
        }

        at += _closers.RunLength(text[at..], 8);
        at += Entity(text[at..]);
        at += TypeName(text[at..], at > name);
        var connector = Connector(text, at, name > 0 && at > name, IsOption(text, keyword));
        if (connector < 0)
        {
            return -1;
        }

        at += connector;

        // Makefiles write ::= and :::=
        at += connector > 0 ? _more.RunLength(text[at..], 3) : 0;
        at = SkipBlank(text, at);
        return Opening(text, at, out quote);
    }

    /// <summary>Where the value begins behind a cue, over signs, quotes, spaces and further cues: "SECRET key - 'value'"; -1 when it does not stand apart.</summary>
    public static int LooseStart(ReadOnlySpan<byte> text, int end)
    {
        var at = end;
        for (var cues = 0; cues < MaxCues; cues++)
        {
            var gap = _signs.RunLength(text[at..], MaxSigns);
            at += gap;
            var cue = Cues.LengthAt(text[at..]);
            if (cue == 0)
            {
                return gap > 0 && at < text.Length ? at : -1;
            }

            at += cue;
        }

        return -1;
    }

    /// <summary>Whether the value may end here: at its own quote, or bare at white space or punctuation.</summary>
    public static bool EndsValue(ReadOnlySpan<byte> text, int end, byte quote)
    {
        if (end >= text.Length)
        {
            return true;
        }

        var next = text[end];
        return quote != 0
            ? next == quote || next == '\\' || next == '&' || next == '%'
            : next is <= 32 or >= 0x80 or (byte)';' or (byte)',' or (byte)'&' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'<' or (byte)'|' or (byte)'\\' or (byte)'}' or (byte)']' or (byte)'@' or (byte)'#';
    }

    /// <summary>Whether a value known by its owner ends here; a sign no name or sentence has there belongs to something else.</summary>
    public static bool EndsOwned(ReadOnlySpan<byte> text, int end) =>
        EndsValue(text, end, 0) || text[end] is (byte)')' or (byte)'>' or (byte)'.' or (byte)'*';

    /// <summary>Whether a bare value is the name of something in code: an identifier where a statement, argument or declaration ends behind it.</summary>
    public static bool IsReference(ReadOnlySpan<byte> value, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var next = after.IsEmpty ? (byte)'\n' : after[0];
        if (value.IndexOf((byte)')') >= 0 && value.IndexOf((byte)'(') < 0)
        {
            return true;
        }

        var isCode = next is (byte)';' or (byte)',' or (byte)')' || before.IndexOf((byte)',') >= 0 || before[^1] == '(' || value[^1] == ':' || after.StartsWith(" of "u8) || after.StartsWith(" = "u8);
        return isCode && LetterPairs.Evidence(value) >= 3 && (value[0] is (byte)'_' or (byte)'^' || char.IsAsciiLetter((char)value[0])) && value.IndexOfAnyExcept(_code) < 0;
    }

    /// <summary>Length of "string " in "name string = value" and of ": string " in "name: string = value".</summary>
    private static int TypeName(ReadOnlySpan<byte> text, bool spaced)
    {
        var colon = text.Length > 0 && text[0] == ':' ? 1 : 0;
        var at = colon + _spaces.RunLength(text[colon..], 2);
        foreach (var type in TypeNames)
        {
            if ((spaced || colon > 0) && text[at..].StartsWith(type))
            {
                var end = at + type.Length + _spaces.RunLength(text[(at + type.Length)..], 2);
                return end < text.Length && text[end] == '=' ? end : 0;
            }
        }

        return 0;
    }

    private static byte[][] TypeNames { get; } = ["string"u8.ToArray(), "String"u8.ToArray(), "&str"u8.ToArray(), "str"u8.ToArray(), "[]byte"u8.ToArray(), "const char*"u8.ToArray()];

    private static int Connector(ReadOnlySpan<byte> text, int at, bool closed, bool option)
    {
        var rest = text[at..];
        foreach (var sign in Connectors)
        {
            if (rest.StartsWith(sign))
            {
                return sign.Length;
            }
        }

        // Function arguments and CSV behind a closed name; an option's value behind white space
        return closed && rest.StartsWith(","u8) ? 1
            : option && at > 0 && text[at - 1] is (byte)' ' or (byte)'\t' ? 0
            : -1;
    }

    private static byte[][] Connectors { get; } =
    [
        "=>"u8.ToArray(), ".="u8.ToArray(), "+="u8.ToArray(), "- '"u8.ToArray(), "- \""u8.ToArray(), ":="u8.ToArray(), "?="u8.ToArray(), "||="u8.ToArray(), "==="u8.ToArray(), "=="u8.ToArray(), "->"u8.ToArray(), "::"u8.ToArray(),
        "="u8.ToArray(), ":"u8.ToArray(), ">"u8.ToArray(), "("u8.ToArray(), "|"u8.ToArray(), "："u8.ToArray(), "＝"u8.ToArray(), "是"u8.ToArray(), "为"u8.ToArray(),
        "%3D"u8.ToArray(), "\\u003d"u8.ToArray(), "value="u8.ToArray(), "is "u8.ToArray(),
    ];

    /// <summary>"--token value" and "-p value".</summary>
    private static bool IsOption(ReadOnlySpan<byte> text, int keyword)
    {
        var start = keyword - _name.RunLengthBackwards(text[..keyword], MaxName);
        return start < keyword ? text[start] == '-' : keyword > 0 && text[keyword - 1] == '-';
    }

    private static int Entity(ReadOnlySpan<byte> text)
    {
        var length = text.StartsWith("&quot;"u8) ? 6 : text.StartsWith("%22"u8) ? 3 : text.StartsWith("\\u0022"u8) ? 6 : 0;
        return length + (length > 0 ? _spaces.RunLength(text[length..], 4) : 0);
    }

    /// <summary>White space, one line end with what YAML puts before it, and a type's name before the real sign.</summary>
    private static int SkipBlank(ReadOnlySpan<byte> text, int at)
    {
        at += _spaces.RunLength(text[at..], MaxSpaces);
        if (at < text.Length && text[at] is (byte)'|' or (byte)'>')
        {
            at++;
            at += at < text.Length && text[at] == '-' ? 1 : 0;
        }

        if (at < text.Length && text[at] is (byte)'\r' or (byte)'\n')
        {
            at += text[at..].StartsWith("\r\n"u8) ? 2 : 1;
            at += _spaces.RunLength(text[at..], MaxSpaces);
        }

        return at;
    }

    private static int Opening(ReadOnlySpan<byte> text, int at, out byte quote)
    {
        quote = 0;

        // Prefixes of strings: @"…", f'…', b"…"
        for (var i = 0; i < 2 && at + 1 < text.Length && text[at] is (byte)'@' or (byte)'$' or (byte)'f' or (byte)'b' or (byte)'r' or (byte)'u'; i++)
        {
            if (text[at + 1] is (byte)'"' or (byte)'\'')
            {
                at++;
            }
        }

        at += Entity(text[at..]) is > 0 and var entity ? entity : 0;
        while (at < text.Length && text[at] is (byte)'\\' or (byte)'(' or (byte)'[')
        {
            at++;
        }

        while (at < text.Length && text[at] is (byte)'"' or (byte)'\'' or (byte)'`')
        {
            quote = text[at++];
        }

        return at < text.Length ? at : -1;
    }
}
