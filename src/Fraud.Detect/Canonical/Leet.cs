namespace Fraud.Canonical;

/// <summary>Digits and signs written for letters: t0ken, cl4ude, pr0f1t.</summary>
internal static class Leet
{
    /// <summary>The digits and signs that may stand for a letter.</summary>
    public const string Digits = "01345@$";

    /// <summary>The letter meant, or the character itself.</summary>
    public static char Read(char c) => c switch
    {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '@' => 'a',
        '$' => 's',
        _ => c,
    };

    /// <summary>The run of letters, digits and signs around a place, not reaching before <paramref name="from"/>.</summary>
    public static (int Start, int End) WordAround(ReadOnlySpan<char> text, int at, int from)
    {
        var (start, end) = (at, at + 1);
        while (start > from && IsPart(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsPart(text[end]))
        {
            end++;
        }

        return (start, end);
    }

    /// <summary>Whether the word has a letter, begins with one or with a lone sign, and is short enough to be a word.</summary>
    public static bool IsDisguised(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= WordSet.MaxLength && word.IndexOfAnyInRange('a', 'z') >= 0;

    private static bool IsPart(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '@' or '$';
}
