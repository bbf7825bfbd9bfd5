namespace Fraud.Pitches;

/// <summary>Marks the characters that belong to somebody else: what stands in quotation marks.</summary>
internal static class SpeechMarker
{
    private const int LongestQuote = 400;

    /// <summary>Sets 1 for quoted characters, 0 for the author's own.</summary>
    public static void Mark(ReadOnlySpan<char> text, Span<byte> quoted)
    {
        quoted.Clear();
        var at = 0;
        while (at < text.Length)
        {
            var next = text[at..].IndexOfAny("“「『\"‘");
            if (next < 0)
            {
                return;
            }

            at += next;
            var length = text.Slice(at + 1, Math.Min(LongestQuote + 1, text.Length - at - 1)).IndexOf(Closing(text[at]));
            if (length > 0)
            {
                quoted.Slice(at, length + 2).Fill(1);
                at += length + 1;
            }

            at++;
        }
    }

    private static char Closing(char open) => open switch
    {
        '“' => '”',
        '「' => '」',
        '『' => '』',
        '‘' => '’',
        _ => '"',
    };
}
