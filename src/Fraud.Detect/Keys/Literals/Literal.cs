namespace Fraud.Keys.Literals;

/// <summary>A fixed piece of text that starts the work of rules.</summary>
/// <param name="Text">The bytes; lower case when <paramref name="IgnoreCase"/>.</param>
/// <param name="IgnoreCase">Whether ASCII letters match in both cases.</param>
internal sealed record Literal(byte[] Text, bool IgnoreCase)
{
    /// <summary>Fewer bytes would stand everywhere.</summary>
    public const int MinLength = 3;

    public bool IsAt(ReadOnlySpan<byte> text, int at)
    {
        if (at < 0 || text.Length - at < Text.Length)
        {
            return false;
        }

        var part = text.Slice(at, Text.Length);
        return IgnoreCase ? EqualsFolded(part) : part.SequenceEqual(Text);
    }

    private bool EqualsFolded(ReadOnlySpan<byte> part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != Text[i] && ((part[i] | 0x20) != Text[i] || !char.IsAsciiLetter((char)part[i])))
            {
                return false;
            }
        }

        return true;
    }
}
