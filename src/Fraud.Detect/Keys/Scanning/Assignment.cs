using System.Buffers;
using System.Text;
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
    private const int MaxStatement = 160;
    private const int MaxResource = 120;
    private static readonly SearchValues<byte> _resource = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-_/.*"u8);
    private const int MaxNameGap = 16;
    private static readonly ByteSet _nameGap = ByteSet.Parse(" \t=:\"'`>(,|{\\[_-");
    private static readonly byte[][] _nameLinks = ["bearer"u8.ToArray(), "auth"u8.ToArray(), "credentials"u8.ToArray(), "account"u8.ToArray(), "login"u8.ToArray(), "pass"u8.ToArray(), "api"u8.ToArray()];
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
        var isCall = connector == 1 && text[at - 1] == '(';
        at = SkipBlank(text, at);
        at = Opening(text, at, out quote);

        // What stands bare between brackets is a parameter or the name of something
        return isCall && (quote == 0 || IsMacro(text[..name], keyword)) ? -1 : at;
    }

    /// <summary>Whether the name that ends here is a macro's, which declares what its argument names: DUMMY_FUNCTION_PASS("x").</summary>
    private static bool IsMacro(ReadOnlySpan<byte> text, int keyword)
    {
        var name = text[(keyword - _name.RunLengthBackwards(text[..keyword], MaxName))..];
        return name.IndexOf((byte)'_') > 0 && !name.ContainsAnyInRange((byte)'a', (byte)'z');
    }

    /// <summary>Whether the word here stands in the name of a cloud resource: "arn:aws:secretsmanager:…:secret:name".</summary>
    public static bool IsInResourceName(ReadOnlySpan<byte> text, int keyword)
    {
        var run = text[Math.Max(0, keyword - MaxResource)..keyword];
        run = run[(run.LastIndexOfAnyExcept(_resource) + 1)..];
        return run.IndexOf("arn:"u8) >= 0;
    }

    /// <summary>Whether a quoted value that ends here is itself a name, to which something else is assigned: "'x_password', 'x_port': 5".</summary>
    public static bool NamesNext(ReadOnlySpan<byte> text, int end, byte quote)
    {
        if (end + 1 >= text.Length || text[end] != quote)
        {
            return false;
        }

        var at = end + 1 + _spaces.RunLength(text[(end + 1)..], MaxSpaces);
        return at + 1 < text.Length && text[at] == ':' && text[at + 1] is <= 32;
    }

    /// <summary>Where the value begins behind a cue, over signs, quotes, spaces and further cues: "SECRET key - 'value'"; -1 when it does not stand apart.</summary>
    public static int LooseStart(ReadOnlySpan<byte> text, int end)
    {
        // tokens, credentials
        var at = end + (end < text.Length && (text[end] | 0x20) == 's' && char.IsAsciiLetter((char)text[end - 1]) ? 1 : 0);
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

    /// <summary>Where the name ends behind which the value at a place stands, over quotes, signs of assignment and spaces; -1 when there is none.</summary>
    public static int NameEnd(ReadOnlySpan<byte> text, int value)
    {
        var end = value - _nameGap.RunLengthBackwards(text[..value], MaxNameGap);
        return end > 0 && text[end..value].ContainsAnyExcept("_-"u8) && char.IsAsciiLetterOrDigit((char)text[end - 1]) ? end : -1;
    }

    /// <summary>Where the name ends once a word such as auth is taken off its end; the same place when there is none.</summary>
    public static int WithoutLink(ReadOnlySpan<byte> text, int end)
    {
        foreach (var word in _nameLinks)
        {
            if (end > word.Length && Ascii.EqualsIgnoreCase(text[(end - word.Length)..end], word))
            {
                end -= word.Length;
                return end - _nameGap.RunLengthBackwards(text[..end], MaxNameGap);
            }
        }

        return end;
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

    /// <summary>Whether what ends here is itself a name to which something is assigned, or that is declared: "key_id = 5", "key_id : string".</summary>
    public static bool IsAssigned(ReadOnlySpan<byte> text, int end)
    {
        var at = end + _spaces.RunLength(text[end..], MaxSpaces);
        return at > end && at + 1 < text.Length && text[at] is (byte)'=' or (byte)':' && text[at + 1] is (byte)' ' or (byte)'=';
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

        var isCode = next is (byte)';' or (byte)',' or (byte)')' || before.IndexOf((byte)',') >= 0 || before[^1] == '(' || value[^1] == ':' || after.StartsWith(" of "u8) || IsStatement(after);
        return (IsAssigned(after, 0) && value.IndexOfAnyExcept(_code) < 0) || (isCode && LetterPairs.Evidence(value) >= 3 && (value[0] is (byte)'_' or (byte)'^' || char.IsAsciiLetter((char)value[0])) && value.IndexOfAnyExcept(_code) < 0);
    }

    /// <summary>Whether words follow and the line ends in a semicolon: "Password: UTF8String read GetPassword;".</summary>
    public static bool IsStatement(ReadOnlySpan<byte> after)
    {
        var line = after[..Math.Min(after.Length, MaxStatement)];
        line = line[..(line.IndexOf((byte)'\n') is >= 0 and var end ? end : 0)].TrimEnd("\r "u8);
        return line.Length > 3 && line[0] == ' ' && char.IsAsciiLetter((char)line[1]) && line[^1] == ';';
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

    /// <summary>Length of "Bearer " and the like before the value itself.</summary>
    private static int Scheme(ReadOnlySpan<byte> text)
    {
        foreach (var scheme in Schemes)
        {
            if (text.Length > scheme.Length && Ascii.EqualsIgnoreCase(text[..scheme.Length], scheme))
            {
                return scheme.Length;
            }
        }

        return 0;
    }

    private static byte[][] Schemes { get; } = ["bearer "u8.ToArray(), "basic "u8.ToArray(), "token "u8.ToArray(), "apikey "u8.ToArray(), "api-key "u8.ToArray(), "api-token "u8.ToArray(), "x-authorization "u8.ToArray(), "oauth2:"u8.ToArray()];

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

        at += Scheme(text[at..]);
        return at < text.Length ? at : -1;
    }
}
