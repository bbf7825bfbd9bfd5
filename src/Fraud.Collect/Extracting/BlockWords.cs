using System.Buffers;
using System.Numerics;

namespace Fraud.Collect.Extracting;

/// <summary>Counts on a block's text.</summary>
internal static class BlockWords
{
    private const int ProseWords = 12;
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?。！？");

    /// <summary>Words; three CJK characters count as two.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var (words, wide, inWord) = (0, 0, false);
        while (!text.IsEmpty)
        {
            if (AsciiChunk.TryRead(text, out var chunk) && chunk.Are('\'', '-') == 0)
            {
                var within = chunk.Letters | chunk.Digits;
                words += BitOperations.PopCount(within & ~((within << 1) | (inWord ? 1u : 0)));
                inWord = within >> (AsciiChunk.Size - 1) != 0;
                text = text[AsciiChunk.Size..];
                continue;
            }

            foreach (var c in text[..Math.Min(text.Length, AsciiChunk.Size)])
            {
                wide += IsWide(c) ? 1 : 0;
                // An apostrophe or hyphen neither begins nor ends a word
                if (c is not ('\'' or '’' or '-'))
                {
                    var within = !IsWide(c) && char.IsLetterOrDigit(c);
                    words += within && !inWord ? 1 : 0;
                    inWord = within;
                }
            }

            text = text[Math.Min(text.Length, AsciiChunk.Size)..];
        }

        return words + ((wide * 2) / 3);
    }

    /// <summary>Whether it reads like sentences and not like a menu.</summary>
    public static bool IsProse(PageBlock block) =>
        block.Words >= ProseWords && block.LinkDensity < 0.4 && (block.Sentences > 0 || block.Words > 30);

    public static int Commas(ReadOnlySpan<char> text) => text.Count(',') + text.Count('，') + text.Count('、') + text.Count('،');

    /// <summary>Marks that end a sentence, each followed by a space, a wide character or the end.</summary>
    public static int Sentences(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = text.IndexOfAny(Ends); i >= 0;)
        {
            count += text[i] is '。' or '！' or '？' || i + 1 == text.Length || text[i + 1] is ' ' or '\n' or '"' or '”' or '’' or ')' ? 1 : 0;
            var next = text[(i + 1)..].IndexOfAny(Ends);
            i = next < 0 ? next : i + 1 + next;
        }

        return count;
    }

    public static bool IsWide(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';
}
