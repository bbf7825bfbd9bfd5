namespace Fraud.Keys.Patterns;

/// <summary>Says whether a token may begin at a place: behind a letter or digit only where those belong to an escape.</summary>
internal static class LeftBorder
{
    public static bool Allows(ReadOnlySpan<byte> text, int at, ByteSet? forbidden = null)
    {
        if (at == 0)
        {
            return true;
        }

        var before = text[at - 1];
        var continues = forbidden is null ? char.IsAsciiLetterOrDigit((char)before) : forbidden.Contains(before);
        return !continues || EndsInEscape(text[..at]);
    }

    /// <summary>Whether the text ends in \n, \u0022, \x22, %22, a quoted-printable =3D or a terminal colour code.</summary>
    public static bool EndsInEscape(ReadOnlySpan<byte> text) =>
        (text.Length >= 2 && text[^2] == '\\' && text[^1] is (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f' or (byte)'v' or (byte)'0')
        || (text.Length >= 3 && (text[^3] == '%' || (text[^3] == '=' && text[^2] is (byte)'2' or (byte)'3')) && IsHex(text[^2..]))
        || (text.Length >= 4 && text[^4] == '\\' && text[^3] == 'x' && IsHex(text[^2..]))
        || (text.Length >= 6 && text[^6] == '\\' && (text[^5] | 0x20) == 'u' && IsHex(text[^4..]))
        || (text[^1] == 'm' && EndsInColour(text[..^1]));

    private static bool EndsInColour(ReadOnlySpan<byte> text)
    {
        var i = text.Length;
        while (i > 0 && text.Length - i < 12 && (char.IsAsciiDigit((char)text[i - 1]) || text[i - 1] == ';'))
        {
            i--;
        }

        // ESC itself, or as it is written in sources and logs
        return i > 1 && text[i - 1] == '[' && (text[i - 2] == 0x1B || text[..(i - 1)].EndsWith("x1b"u8) || text[..(i - 1)].EndsWith("x1B"u8)
            || text[..(i - 1)].EndsWith("033"u8) || text[..(i - 1)].EndsWith("u001b"u8) || text[..(i - 1)].EndsWith("\\e"u8));
    }

    private static bool IsHex(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
        {
            if (!char.IsAsciiHexDigit((char)b))
            {
                return false;
            }
        }

        return true;
    }
}
