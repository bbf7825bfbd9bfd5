using System.Runtime.CompilerServices;

namespace Fraud.Pitches;

/// <summary>Cuts a view into units: characters, words, numbers by size, signs, and markers for links and key-like strings.</summary>
internal static class UnitReader
{
    /// <summary>Identities of markers, outside those of characters.</summary>
    public const uint Link = 0xF0001, Mail = 0xF0002, Handle = 0xF0003, KeyLike = 0xF0004, NumberBase = 0xF0010;

    /// <summary>A longer word is a key-like string.</summary>
    public const int LongestWord = 22;

    /// <summary>Reads the text; <paramref name="quoted"/> is 1 for every character that belongs to somebody else.</summary>
    public static void Read(ReadOnlySpan<char> text, ReadOnlySpan<byte> quoted, Units units)
    {
        units.Clear(text.Length);
        var classes = UnitClass.Of;
        var (i, plainEnd) = (0, 0);
        while (i < text.Length)
        {
            var c = text[i];
            switch (classes[c])
            {
                case UnitClass.Han:
                    i = ReadHan(text, quoted, units, i);
                    break;
                case UnitClass.Space:
                    i++;
                    break;
                case UnitClass.Letter:
                    i = ReadWord(text, quoted, units, i, ref plainEnd);
                    break;
                case UnitClass.Digit:
                    i = ReadNumber(text, quoted, units, i);
                    break;
                default:
                    i = ReadSign(text, quoted, units, i);
                    break;
            }
        }
    }

    private static int ReadHan(ReadOnlySpan<char> text, ReadOnlySpan<byte> quoted, Units units, int start)
    {
        var end = start + 1;
        while (end < text.Length && UnitClass.Of[text[end]] == UnitClass.Han)
        {
            end++;
        }

        units.AddRun(text[start..end], start, quoted[start..end]);
        return end;
    }

    // plainEnd: where an identifier ends that has too few digits for a key; what is left of it has no more
    private static int ReadWord(ReadOnlySpan<char> text, ReadOnlySpan<byte> quoted, Units units, int start, ref int plainEnd)
    {
        var hash = 2166136261u;
        var (end, digits) = (start, 0);
        while (end < text.Length && UnitClass.Of[text[end]] == UnitClass.Letter)
        {
            hash = (hash ^ text[end]) * 16777619u;
            end++;
        }

        if (end < text.Length && end >= plainEnd && IsIdentifierPart(text[end]))
        {
            var tail = end;
            while (tail < text.Length && (IsIdentifierPart(text[tail]) || char.IsAsciiLetterLower(text[tail])))
            {
                digits += char.IsAsciiDigit(text[tail]) ? 1 : 0;
                tail++;
            }

            if (tail - start >= 16 && digits >= 3)
            {
                units.Add(KeyLike, start, tail, quoted[start]);
                return tail;
            }

            plainEnd = tail;
        }

        if (end + 2 < text.Length && text[end] == ':' && text[end + 1] == '/' && text[end + 2] == '/')
        {
            units.Add(Link, start, end + 3, quoted[start]);
            return end + 3;
        }

        if (end - start > LongestWord)
        {
            units.Add(KeyLike, start, end, quoted[start]);
            return end;
        }

        units.AddWord(hash | 0x8000_0000u, start, end, quoted[start]);
        return end < text.Length && text[end] == '\'' && end + 1 < text.Length && char.IsAsciiLetterLower(text[end + 1]) ? end + 1 : end;
    }

    private static int ReadNumber(ReadOnlySpan<char> text, ReadOnlySpan<byte> quoted, Units units, int start)
    {
        var (end, whole, fraction, value) = (start, 0, false, 0);
        while (end < text.Length)
        {
            var c = text[end];
            if (char.IsAsciiDigit(c))
            {
                whole += fraction ? 0 : 1;
                value = whole <= 6 && !fraction ? (value * 10) + (c - '0') : value;
            }
            else if (c is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            {
                fraction |= c == '.';
            }
            else
            {
                break;
            }

            end++;
        }

        var size = (uint)Math.Min(whole, 9) * 2 + (fraction ? 1u : 0u);
        var year = whole == 4 && !fraction && value is >= 1990 and <= 2035;
        units.AddNumber(NumberBase + (year ? 30u : size), start, end, quoted[start]);
        return end;
    }

    private static int ReadSign(ReadOnlySpan<char> text, ReadOnlySpan<byte> quoted, Units units, int start)
    {
        var c = text[start];
        if (char.IsHighSurrogate(c) && start + 1 < text.Length)
        {
            units.Add((uint)char.ConvertToUtf32(c, text[start + 1] is >= '\uDC00' and <= '\uDFFF' ? text[start + 1] : '\uDC00'), start, start + 2, quoted[start]);
            return start + 2;
        }

        if (c == '@' && start + 1 < text.Length && char.IsAsciiLetterLower(text[start + 1]))
        {
            var mail = start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]);
            units.Add(mail ? Mail : Handle, start, start + 1, quoted[start]);
            return start + 1;
        }

        // A run of one sign counts as two of it at most
        var end = start + 1;
        while (end < text.Length && text[end] == c)
        {
            end++;
        }

        units.Add(c | (end - start > 1 ? 0x10_0000u : 0u), start, end, quoted[start]);
        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsIdentifierPart(char c) => char.IsAsciiDigit(c) || c is '_' or '-';
}
