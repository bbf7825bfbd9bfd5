using Fraud.Canonical;

namespace Fraud.Contacts;

/// <summary>Finds handles behind the words that announce them: 微信：…, QQ群 …, TG @…, 邀请码 …</summary>
internal sealed class HandleScanner(ContactTables tables)
{
    private const int LongestBridge = 14;
    private const string Bridges = " :=是为(（[【@-~→>号|id我的客服搜索请联系私聊添加群组频道备注同户名账号群主老板/,.!\n";

    private readonly HandleReader _handles = new(tables);

    // The text between word and handle, and how much it says
    private readonly record struct Bridge(int End, bool HasSign, bool HasAt);

    /// <summary>Reads the handle behind the cue at a place of the homophone view; answers where to go on.</summary>
    public int Read(in ContactText text, TextView view, int at, ContactScan scan)
    {
        var words = view.Text;
        if (HandleCues.Find(words, at) is not { } cue)
        {
            return at + 1;
        }

        var end = at + cue.Word.Length;
        var isInvited = IsInvited(words, at);
        var bridge = Cross(words, end);
        if (IsWithinWord(text, view, at, cue) && !isInvited)
        {
            return end;
        }

        var isSure = bridge.HasSign || bridge.HasAt || (isInvited && bridge.End - end <= 2);
        if (bridge.End < words.Length && (!cue.IsWeak || isSure))
        {
            var from = text.IndexAt(view.OriginalStart(bridge.End));
            _handles.Read(text, cue.Kind, from, isSure, bridge.HasAt, text.IndexAt(view.OriginalStart(at)), scan);
        }

        return end;
    }

    // 运维: the one character that stands for 微信 is part of a word here
    private static bool IsWithinWord(in ContactText text, TextView view, int at, HandleCue cue)
    {
        var span = view.ToOriginal(at, at + cue.Word.Length);
        return span.Length == 1 && cue.Word.Length > 1 && span.Start > 0 && text.Original[span.Start - 1] is >= '\u4E00' and <= '\u9FFF';
    }

    private static bool IsInvited(ReadOnlySpan<char> words, int at)
    {
        var before = at - 1;
        while (before >= 0 && words[before] is ' ' or '我')
        {
            before--;
        }

        return before >= 0 && (HandleCues.Invitations.Contains(words[before], StringComparison.Ordinal) || words[..(before + 1)].EndsWith("add", StringComparison.Ordinal) || words[..(before + 1)].EndsWith("联系", StringComparison.Ordinal));
    }

    private static Bridge Cross(ReadOnlySpan<char> words, int at)
    {
        var (end, sign, name) = (at, false, false);
        while (end < words.Length && end - at < LongestBridge)
        {
            var c = words[end];
            if (words[end..].StartsWith("id", StringComparison.Ordinal) && !(end + 2 < words.Length && char.IsAsciiLetterOrDigit(words[end + 2])))
            {
                sign = true;
                end += 2;
                continue;
            }

            if (char.IsAsciiLetterOrDigit(c) || !Bridges.Contains(c, StringComparison.Ordinal))
            {
                break;
            }

            sign |= c is ':' or '=' or '号' or '→' or '是' or '为';
            name |= c == '@';
            end++;
        }

        return new(end, sign, name);
    }
}
