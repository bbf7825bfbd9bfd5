using System.Buffers;
using System.Globalization;
using System.Text;

namespace Fraud.Keys.Decoding;

/// <summary>
/// Writes a stretch of text the plain way: %41, \u0041, \x41 and &amp;#65; become their character, zero-width characters go,
/// full-width and mathematical letters become ASCII. One layer at a time; what comes out is looked at again.
/// </summary>
internal static class PlainDecoder
{
    // First bytes of escapes and of the UTF-8 of what disguises; ideographs begin with others
    private static readonly SearchValues<byte> _leads = SearchValues.Create([(byte)'%', (byte)'\\', (byte)'&', 0xC2, 0xE2, 0xEF, 0xF0, 0xF3]);

    public static void Decode(ReadOnlySpan<byte> text, int start, int end, DecodedText to)
    {
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = start; i < end;)
        {
            var next = text[i..end].IndexOfAny(_leads);
            next = next < 0 ? end : i + next;
            to.AddPlain(text, i, next);
            i = next;
            if (i >= end)
            {
                break;
            }

            var length = Unit(text[i..end], out var rune);
            if (length == 0)
            {
                to.AddPlain(text, i, i + 1);
                i++;
                continue;
            }

            to.Changed = true;
            var written = rune.Value == 0 ? 0 : rune.EncodeToUtf8(utf8);
            for (var j = 0; j < written; j++)
            {
                to.Add(utf8[j], i, i + length);
            }

            i += length;
        }
    }

    /// <summary>Length of the written-otherwise character at the start; 0 when there is none. A character that only disguises comes out as 0.</summary>
    private static int Unit(ReadOnlySpan<byte> text, out Rune rune)
    {
        rune = default;
        return text[0] switch
        {
            (byte)'%' => Hex(text, 1, 2, out rune),
            (byte)'\\' => Backslash(text, out rune),
            (byte)'&' => Entity(text, out rune),
            >= 0x80 => Disguise(text, out rune),
            _ => 0,
        };
    }

    private static int Backslash(ReadOnlySpan<byte> text, out Rune rune)
    {
        rune = default;
        if (text.Length < 2)
        {
            return 0;
        }

        char? plain = (char)text[1] switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '/' => '/',
            '"' => '"',
            '\'' => '\'',
            '\\' => '\\',
            _ => null,
        };
        rune = plain is { } c ? new Rune(c) : default;
        return plain is not null ? 2 : (char)text[1] switch
        {
            'x' => Hex(text, 2, 2, out rune),
            'u' or 'U' when text.Length > 2 && text[2] == '{' => Braced(text, out rune),
            'u' or 'U' => Hex(text, 2, 4, out rune),
            _ => 0,
        };
    }

    private static int Braced(ReadOnlySpan<byte> text, out Rune rune)
    {
        rune = default;
        var close = text[..Math.Min(text.Length, 11)].IndexOf((byte)'}');
        var digits = close - 3;
        return digits > 0 && Hex(text, 3, digits, out rune) > 0 ? close + 1 : 0;
    }

    private static int Entity(ReadOnlySpan<byte> text, out Rune rune)
    {
        rune = default;
        var close = text[..Math.Min(text.Length, 10)].IndexOf((byte)';');
        if (close < 3)
        {
            return 0;
        }

        if (text[1] == '#')
        {
            var hex = (text[2] | 0x20) == 'x';
            var digits = text[(hex ? 3 : 2)..close];
            return uint.TryParse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value) && Take(value, out rune) ? close + 1 : 0;
        }

        var name = text[1..close];
        var named = name.SequenceEqual("quot"u8) ? '"' : name.SequenceEqual("apos"u8) ? '\'' : name.SequenceEqual("amp"u8) ? '&'
            : name.SequenceEqual("lt"u8) ? '<' : name.SequenceEqual("gt"u8) ? '>' : name.SequenceEqual("nbsp"u8) ? ' ' : default(char?);
        rune = named is { } c ? new Rune(c) : default;
        return named is null ? 0 : close + 1;
    }

    /// <summary>A zero-width character (comes out as 0), or a letter in another shape.</summary>
    private static int Disguise(ReadOnlySpan<byte> text, out Rune rune)
    {
        if (Rune.DecodeFromUtf8(text, out var read, out var length) != OperationStatus.Done)
        {
            rune = default;
            return 0;
        }

        var value = read.Value;
        rune = value switch
        {
            >= 0xFF01 and <= 0xFF5E => new Rune(value - 0xFEE0),
            >= 0x1D400 and <= 0x1D6A3 => Letter((value - 0x1D400) % 52),
            >= 0x1D7CE and <= 0x1D7FF => new Rune('0' + ((value - 0x1D7CE) % 10)),
            _ => default,
        };
        var gone = value is 0xAD or 0xFEFF or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2064) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE007F);
        return rune != default || gone ? length : 0;
    }

    private static Rune Letter(int index) => new(index < 26 ? 'A' + index : 'a' + index - 26);

    private static int Hex(ReadOnlySpan<byte> text, int from, int digits, out Rune rune)
    {
        rune = default;
        return text.Length >= from + digits
            && uint.TryParse(text.Slice(from, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && Take(value, out rune) ? from + digits : 0;
    }

    private static bool Take(uint value, out Rune rune)
    {
        // NUL would read as "nothing"; a lone surrogate is no character
        rune = default;
        return value != 0 && Rune.TryCreate(value, out rune);
    }
}
