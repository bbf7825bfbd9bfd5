namespace Fraud.Scanning;

/// <summary>One name against one part of an ignore pattern: *, ?, [a-z], [!x], [[:digit:]] and \ before a sign. Linear in the product of their lengths, whatever they are.</summary>
internal static class Glob
{
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int p = 0, n = 0, star = -1, retry = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, retry) = (p++, n);
            }
            else if (p < pattern.Length && One(pattern[p..], name[n], out var length))
            {
                p += length;
                n++;
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    private static bool One(ReadOnlySpan<char> pattern, char c, out int length)
    {
        length = 1;
        switch (pattern[0])
        {
            case '?':
                return true;
            case '\\' when pattern.Length > 1:
                length = 2;
                return pattern[1] == c;
            case '[' when SetLength(pattern) is > 0 and var set:
                length = set;
                return InSet(pattern[1..(set - 1)], c);
            default:
                return pattern[0] == c;
        }
    }

    /// <summary>Length of "[…]"; 0 when it is never closed. A ']' that comes first stands for itself.</summary>
    private static int SetLength(ReadOnlySpan<char> pattern)
    {
        var i = pattern.Length > 1 && pattern[1] is '!' or '^' ? 2 : 1;
        for (var first = true; i < pattern.Length; i++, first = false)
        {
            if (pattern[i] == ']' && !first)
            {
                return i + 1;
            }

            if (pattern[i..].StartsWith("[:") && pattern[i..].IndexOf(":]") is > 0 and var close)
            {
                i += close + 1;
            }
            else if (pattern[i] == '\\')
            {
                i++;
            }
        }

        return 0;
    }

    private static bool InSet(ReadOnlySpan<char> set, char c)
    {
        var negated = set is ['!' or '^', ..];
        set = negated ? set[1..] : set;
        var found = false;
        for (var i = 0; i < set.Length; i++)
        {
            if (set[i..].StartsWith("[:") && set[i..].IndexOf(":]") is > 0 and var close)
            {
                found |= InClass(set.Slice(i + 2, close - 2), c);
                i += close + 1;
                continue;
            }

            i += set[i] == '\\' && i + 1 < set.Length ? 1 : 0;
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                found |= c >= set[i] && c <= set[i + 2];
                i += 2;
            }
            else
            {
                found |= c == set[i];
            }
        }

        return found != negated;
    }

    private static bool InClass(ReadOnlySpan<char> name, char c) => name switch
    {
        "alnum" => char.IsAsciiLetterOrDigit(c),
        "alpha" => char.IsAsciiLetter(c),
        "digit" => char.IsAsciiDigit(c),
        "lower" => char.IsAsciiLetterLower(c),
        "upper" => char.IsAsciiLetterUpper(c),
        "xdigit" => char.IsAsciiHexDigit(c),
        "space" => char.IsWhiteSpace(c),
        "punct" => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)),
        "blank" => c is ' ' or '\t',
        "cntrl" => char.IsControl(c),
        "graph" => c is > ' ' and < '\x7F',
        "print" => c is >= ' ' and < '\x7F',
        _ => false,
    };
}
