using System.Buffers;

namespace Fraud.Pitches;

/// <summary>
/// Marks the characters that belong to somebody else: what stands in quotation marks or behind a word of saying and a colon, lines quoted by mail's "&gt;", what a line with an arrow points
/// back to, and in a dialogue with the author every line of the others.
/// </summary>
internal static class SpeechMarker
{
    private const int LongestQuote = 400;
    private const int SayingReach = 14;
    private const int LongestSpeaker = 14;

    // Words of passing on what somebody else said, simplified and in lower case; "message:" alone may be the author's own
    private static readonly SearchValues<string> _sayings = SearchValues.Create(
        [
            "对方", "骗子", "客服说", "他说", "她说", "人说", "里说", "佢话", "说道", "写道", "写着", "问我", "回我", "发我", "发来", "转给我", "转来", "收到", "原话", "原文", "话术", "内容", "如下", "截图",
            "said", "says", "wrote", "told me", "texted", "verbatim", "goes", "reads", "the pitch", "sent me", "got this", "i got", "received", "forwarded",
        ],
        StringComparison.Ordinal);

    /// <summary>Sets 1 for quoted characters, 0 for the author's own.</summary>
    public static void Mark(ReadOnlySpan<char> text, Span<byte> quoted)
    {
        quoted.Clear();
        MarkReported(text, quoted);
        MarkLines(text, quoted);
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

    // To the end of the line, or of the next one when the colon closes its own
    private static void MarkReported(ReadOnlySpan<char> text, Span<byte> quoted)
    {
        var at = 0;
        while (text[at..].IndexOf(':') is var next and >= 0)
        {
            var colon = at + next;
            at = colon + 1;
            if (!FollowsSaying(text[..colon]))
            {
                continue;
            }

            var start = at + Math.Max(0, text[at..].IndexOfAnyExcept(' ', '\n'));
            var line = text.Slice(start, Math.Min(LongestQuote, text.Length - start));
            var length = line.IndexOf('\n') is var end and >= 0 ? end : line.Length;
            quoted.Slice(start, length).Fill(1);
            at = start + length;
        }
    }

    private static void MarkLines(ReadOnlySpan<char> text, Span<byte> quoted)
    {
        if (!text.Contains('\n'))
        {
            return;
        }

        var isDialogue = HasOwnLine(text);
        var above = 0;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range].TrimStart(' ');
            if (range.Start.Value > 0 && PointsBack(line))
            {
                above = range.Start.Value;
            }
            else if (line is ['>', ..] || (isDialogue && SpeakerOf(line) is { Length: > 0 } speaker && !IsAuthor(speaker)))
            {
                quoted[range].Fill(1);
            }
        }

        quoted[..above].Fill(1);
    }

    // A rising price wears the arrow too
    private static bool PointsBack(ReadOnlySpan<char> line) =>
        line is ['↑' or '^', ..] && line.TrimStart("↑^ ") is [var first, ..] && !char.IsAsciiDigit(first) && first is not ('涨' or '$' or '+');

    private static bool HasOwnLine(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split('\n'))
        {
            if (IsAuthor(SpeakerOf(text[range].TrimStart(' '))))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> SpeakerOf(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(LongestSpeaker, line.Length)].IndexOf(':');
        return colon > 0 ? line[..colon].Trim(' ') : [];
    }

    private static bool IsAuthor(ReadOnlySpan<char> speaker) => speaker is "我" or "me" or "本人" or "i" or "偶" or "myself";

    private static bool FollowsSaying(ReadOnlySpan<char> before)
    {
        var lead = before[Math.Max(0, before.Length - SayingReach)..];
        return lead[(lead.LastIndexOf('\n') + 1)..].ContainsAny(_sayings);
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
