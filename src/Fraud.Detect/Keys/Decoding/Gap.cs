using Fraud.Keys.Patterns;

namespace Fraud.Keys.Decoding;

/// <summary>What may stand between two parts of one key.</summary>
internal static class Gap
{
    private const int MaxLength = 96;
    private static readonly ByteSet _between = ByteSet.Where(b => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'+' or (byte)'.' or (byte)'&' or (byte)'\\' or (byte)'_');
    private static readonly ByteSet _indent = ByteSet.Where(b => b is (byte)' ' or (byte)'\t' or (byte)'>' or (byte)'#' or (byte)'*' or (byte)'|' or (byte)'/');
    private static readonly ByteSet _spaces = ByteSet.Where(b => b is (byte)' ' or (byte)'\t');

    /// <summary>Length of the gap at the start of the text; 0 when there is none. A soft gap also stands between words.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text, out bool soft)
    {
        soft = false;
        if (text.Length < 2)
        {
            return 0;
        }

        switch (text[0])
        {
            case (byte)'=':
                return NewLine(text[1..]) is > 0 and var end ? 1 + end : 0;
            case (byte)'\\':
                return NewLine(text[1..]) is > 0 and var line ? 1 + line + _indent.RunLength(text[(1 + line)..], MaxLength) : 0;
            case (byte)'"' or (byte)'\'' or (byte)'`':
                return Quoted(text);
            case (byte)'<':
                return Tag(text);
            case (byte)'\r' or (byte)'\n':
                soft = true;
                return NewLine(text) is > 0 and var wrap ? wrap + _indent.RunLength(text[wrap..], MaxLength) : 0;
            case (byte)' ' or (byte)'\t':
                soft = true;
                return Spaces(text);
            default:
                return 0;
        }
    }

    private static int NewLine(ReadOnlySpan<byte> text) => text.StartsWith("\r\n"u8) ? 2 : text.StartsWith("\n"u8) ? 1 : 0;

    /// <summary>A string that ends and goes on: "a" + "b", 'a' . 'b', "a" "b".</summary>
    private static int Quoted(ReadOnlySpan<byte> text)
    {
        var middle = 1 + _between.RunLength(text[1..], MaxLength);
        return middle < text.Length && text[middle] == text[0] && middle > 1 ? middle + 1 : 0;
    }

    private static int Tag(ReadOnlySpan<byte> text)
    {
        var close = text[..Math.Min(text.Length, MaxLength)].IndexOf((byte)'>');
        return close > 1 && (text[1] == '/' || char.IsAsciiLetter((char)text[1])) ? close + 1 : 0;
    }

    private static int Spaces(ReadOnlySpan<byte> text)
    {
        var length = _spaces.RunLength(text, 4);
        if (length > 3)
        {
            // Deep white space is a wrapped line's end, or two columns
            return 0;
        }

        var line = NewLine(text[length..]);
        return length + line + (line > 0 ? _indent.RunLength(text[(length + line)..], MaxLength) : 0);
    }
}
