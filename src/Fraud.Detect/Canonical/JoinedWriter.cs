using System.Buffers;

namespace Fraud.Canonical;

/// <summary>Closes gaps inside words: "t o k e n", "to.ken", "囤 词 元", "内*部".</summary>
internal sealed class JoinedWriter(CharTable table, WordSet words)
{
    private const int LongestGap = 3;
    private const string Gaps = " .-_*·~|/\\'\"`^+,=:;、。…!?\t\u3000#@&%$♥";
    private static readonly SearchValues<char> Stars = SearchValues.Create("*·~|_^`♥#&\\");
    private static readonly SearchValues<char> Stops = SearchValues.Create("\n\r。!?;");
    private static readonly string[] LonePairs = ["vx", "wx", "qq", "tg", "dm"];

    /// <summary>The characters that may stand as a gap.</summary>
    public static string GapChars => Gaps + EmojiHalves();

    /// <summary>Writes the joined view when it differs; answers the number of gaps closed.</summary>
    public int Write(TextView source, TextView target)
    {
        var text = source.Text;
        var (joins, copied) = (0, 0);
        var units = table.Units;
        for (var i = 1; i < text.Length - 1; i++)
        {
            if ((units[text[i]] & CharKinds.Gap) == 0)
            {
                continue;
            }

            var start = i;
            var end = GapEnd(text, start);
            i = Math.Max(start, end - 1);
            if (end >= text.Length || end - start > LongestGap)
            {
                continue;
            }

            var spelled = 0;
            if (IsHan(text[start - 1]) && IsHan(text[end]) ? JoinsHan(text, start, end) : JoinsLetters(text, start, end, out spelled))
            {
                if (joins == 0)
                {
                    target.BeginMapped(text.Length);
                }

                if (spelled > 0)
                {
                    joins += AppendSpelled(source, target, copied, start, spelled);
                    copied = spelled;
                    i = spelled - 1;
                }
                else
                {
                    target.AppendFrom(source, copied, start);
                    copied = end;
                    joins++;
                }
            }
        }

        if (joins > 0)
        {
            target.AppendFrom(source, copied, text.Length);
        }

        return joins;
    }

    private int GapEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        while (end < text.Length && end - start <= LongestGap && (table[text[end]] & CharKinds.Gap) != 0)
        {
            end++;
        }

        return end;
    }

    // A gap next to a lone character, or a star-like sign that prose never puts between two characters
    private static bool JoinsHan(ReadOnlySpan<char> text, int start, int end)
    {
        // Most gaps are one of these alone
        if (end - start == 1 && text[start] is ',' or '、' or ':' or '…' or '。' or '!' or '?' or ';')
        {
            return false;
        }

        if (text[start..end].ContainsAny(Stops))
        {
            return false;
        }

        var lone = start == 1 || !IsHan(text[start - 2]) || end + 1 >= text.Length || !IsHan(text[end + 1]);
        return lone || text[start..end].ContainsAny(Stars);
    }

    private bool JoinsLetters(ReadOnlySpan<char> text, int start, int end, out int spelled)
    {
        spelled = 0;
        if (!char.IsAsciiLetterLower(text[start - 1]) || !char.IsAsciiLetterLower(text[end]))
        {
            return false;
        }

        if (IsLone(text, start - 1) && end - start == 1)
        {
            spelled = SpelledEnd(text, start - 1);
            if (spelled > 0)
            {
                return true;
            }
        }

        return end - start == 1 && text[start] is not (',' or ':' or ';' or '?' or '!' or '@' or '&' or '=' or '%' or '$' or '"') && IsWordInTwo(text, start, end);
    }

    // t o k e n, t.o.k.e.n: single letters with one and the same gap; two letters only for names of messengers
    private static int SpelledEnd(ReadOnlySpan<char> text, int first)
    {
        var gap = text[first + 1];
        var (end, letters) = (first + 1, 1);
        while (end + 1 < text.Length && text[end] == gap && char.IsAsciiLetterLower(text[end + 1]) && (end + 2 == text.Length || !char.IsAsciiLetterOrDigit(text[end + 2])))
        {
            end += 2;
            letters++;
        }

        return letters >= 3 || (letters == 2 && IsLonePair(text[first], text[first + 2])) ? end : 0;
    }

    private static int AppendSpelled(TextView source, TextView target, int copied, int gap, int end)
    {
        target.AppendFrom(source, copied, gap);
        for (var i = gap + 1; i < end; i += 2)
        {
            target.AppendFrom(source, i, i + 1);
        }

        return (end - gap) / 2;
    }

    private bool IsWordInTwo(ReadOnlySpan<char> text, int start, int end)
    {
        if (!words.MayClose(text, start - 1, end))
        {
            return false;
        }

        var from = start;
        while (from > 0 && char.IsAsciiLetterLower(text[from - 1]) && start - from <= WordSet.MaxLength)
        {
            from--;
        }

        if (!words.MayBegin(text[from], from + 1 < start ? text[from + 1] : text[end]))
        {
            return false;
        }

        var to = end;
        while (to < text.Length && char.IsAsciiLetterLower(text[to]) && to - end <= WordSet.MaxLength)
        {
            to++;
        }

        var left = WordSet.Add(WordSet.Seed, text[from..start]);
        var right = text[end..to];
        return start - from + right.Length <= WordSet.MaxLength && words.Contains(WordSet.Add(left, right))
            && !(words.Contains(left) && words.Contains(WordSet.Add(WordSet.Seed, right)));
    }

    private static bool IsLone(ReadOnlySpan<char> text, int at) => at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]);

    private static bool IsLonePair(char first, char second)
    {
        foreach (var pair in LonePairs)
        {
            if (pair[0] == first && pair[1] == second)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    // Emoji stand between characters as separators too
    private static string EmojiHalves() =>
        Range(0xD83C, 3) + Range(0xDC00, 0x400) + Range(0x2600, 0x1C0) + Range(0x2190, 0x70) + Range(0x25A0, 0x60);

    private static string Range(int first, int count) => string.Create(count, first, static (text, from) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)(from + i);
        }
    });
}
