namespace Fraud.Contacts;

/// <summary>Digits in any writing, and groups of them: 138 0000 0000, 1三八…, (202) 555-0123.</summary>
internal static class Digits
{
    /// <summary>More digits than any number here has.</summary>
    public const int Most = 24;
    private const string Chinese = "零一二三四五六七八九";

    /// <summary>The digit a character stands for; -1 when none.</summary>
    public static int Of(char c) => char.IsAsciiDigit(c) ? c - '0' : c switch { '〇' or '○' => 0, '幺' => 1, '两' => 2, '壹' => 1, '贰' => 2, '叁' => 3, '肆' => 4, '伍' => 5, '陆' => 6, '柒' => 7, '捌' => 8, '玖' => 9, _ => Chinese.IndexOf(c, StringComparison.Ordinal) };

    /// <summary>Gathers groups of digits that single signs keep apart.</summary>
    /// <param name="text">Canonical text.</param>
    /// <param name="at">First digit.</param>
    /// <param name="digits">Takes the digits as '0' to '9'.</param>
    /// <param name="ends">Takes, for each digit, one past its place.</param>
    /// <param name="breaks">Takes the number of digits read where each group ends.</param>
    /// <returns>Number of digits and of groups.</returns>
    public static (int Digits, int Groups) Gather(ReadOnlySpan<char> text, int at, Span<char> digits, Span<int> ends, Span<int> breaks)
    {
        var (count, groups) = (0, 0);
        while (at < text.Length && count < Most)
        {
            if (Of(text[at]) is var digit and >= 0)
            {
                digits[count] = (char)('0' + digit);
                ends[count++] = ++at;
                continue;
            }

            if (!IsGap(text, at, out var next) || groups == breaks.Length - 1)
            {
                break;
            }

            breaks[groups++] = count;
            at = next;
        }

        if (count > 0)
        {
            breaks[groups++] = count;
        }

        return (count, groups);
    }

    /// <summary>Whether what stands at a place only keeps two groups of digits apart; tells where the next group begins.</summary>
    public static bool IsGap(ReadOnlySpan<char> text, int at, out int next)
    {
        next = at + 1 < text.Length && text[at] is ')' && text[at + 1] is ' ' ? at + 2 : at + 1;
        return text[at] is ' ' or '-' or '.' or ')' or '·' or '–' && next < text.Length && Of(text[next]) >= 0;
    }
}
