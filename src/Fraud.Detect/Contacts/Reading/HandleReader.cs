using System.Collections.Frozen;

namespace Fraud.Contacts;

/// <summary>Reads one handle of a kind at a place of the canonical view.</summary>
internal sealed class HandleReader(ContactTables tables)
{
    private const int LongestHandle = 40;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _notHandles = tables.NotHandles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the handle, if there is one.</summary>
    /// <param name="text">The post.</param>
    /// <param name="kind">Kind of the cue.</param>
    /// <param name="at">Where the handle begins.</param>
    /// <param name="isSure">Whether a colon or an invitation makes the cue plain.</param>
    /// <param name="hasAt">Whether an @ stands before it.</param>
    /// <param name="cue">Where the cue begins.</param>
    /// <param name="scan">Takes what is found.</param>
    public void Read(in ContactText text, string kind, int at, bool isSure, bool hasAt, int cue, ContactScan scan)
    {
        if (at >= text.Text.Length)
        {
            return;
        }

        switch (kind)
        {
            case "wechat":
                ReadWeChat(text, at, isSure, scan);
                break;
            case "qq":
                ReadQq(text, at, cue, isSure, scan);
                break;
            case "telegram":
                ReadName(text, kind, at, 4, 32, isSure || hasAt, scan, static run => char.IsAsciiLetter(run[0]) && run[^1] != '_' && !run.ContainsAny('-', '.'));
                break;
            case "line":
                ReadName(text, kind, at, 4, 20, isSure || hasAt, scan, static run => true, needsSign: true);
                break;
            case "discord" or "kakao" or "skype":
                ReadName(text, kind, at, 3, 32, isSure, scan, static run => true);
                break;
            case "whatsapp" or "signal" or "zalo":
                ReadPhone(text, kind, at, "author", scan);
                break;
            case "alipay":
                ReadPhone(text, kind, at, "payee", scan);
                break;
            case "alipay_code":
                ReadCode(text, kind, at, 6, 12, "payee", scan);
                break;
            default:
                ReadCode(text, kind, at, 4, 16, "author", scan);
                break;
        }
    }

    private void ReadWeChat(in ContactText text, int at, bool isSure, ContactScan scan)
    {
        var end = RunEnd(text.Text, at, false);
        var run = text.Text[at..end];
        if (run.Length == 11 && run[0] == '1' && !run.ContainsAnyExceptInRange('0', '9'))
        {
            scan.Add("wechat", run.ToString(), "author", text.ToOriginal(at, end), ContactRank.Cued);
        }
        else if (Digits.Of(text.Text[at]) >= 0 && NumberAsHandle(text, at, out var number, out var numberEnd))
        {
            scan.Add("wechat", number, "author", text.ToOriginal(at, numberEnd), ContactRank.Cued);
        }
        else if (IsWeChatId(run) && !IsNoHandle(text.Text, run, end) && (isSure || run.ContainsAnyInRange('0', '9') || run.ContainsAny('_', '-')))
        {
            scan.Add("wechat", run.ToString(), "author", text.ToOriginal(at, end), ContactRank.Cued);
        }
        else if (run.Length == 1 && isSure)
        {
            ReadSpelled(text, at, scan);
        }
    }

    // A word of the trade, or base64 with its padding
    private bool IsNoHandle(ReadOnlySpan<char> text, ReadOnlySpan<char> run, int end) => _notHandles.Contains(run) || (end < text.Length && text[end] == '=');

    private static bool IsWeChatId(ReadOnlySpan<char> run) => run.Length is >= 6 and <= 20 && char.IsAsciiLetter(run[0]) && !run.Contains('.');

    // e x a m p l e 0 1: one character at a time
    private static void ReadSpelled(in ContactText text, int at, ContactScan scan)
    {
        var canonical = text.Text;
        Span<char> spelled = stackalloc char[20];
        var (length, end) = (0, at);
        for (var i = at; i < canonical.Length && length < spelled.Length && IsHandle(canonical[i], false); i += 2)
        {
            spelled[length++] = canonical[i];
            end = i + 1;
            if (end + 1 >= canonical.Length || canonical[end] is not (' ' or '.' or '-' or '*') || (end + 2 < canonical.Length && IsHandle(canonical[end + 2], false) && IsHandle(canonical[end + 1], false)))
            {
                break;
            }
        }

        if (IsWeChatId(spelled[..length]))
        {
            scan.Add("wechat", new(spelled[..length]), "author", text.ToOriginal(at, end), ContactRank.Cued);
        }
    }

    private static bool NumberAsHandle(in ContactText text, int at, out string number, out int end)
    {
        Span<char> digits = stackalloc char[Digits.Most];
        Span<int> ends = stackalloc int[Digits.Most];
        Span<int> breaks = stackalloc int[Digits.Most + 1];
        var (count, groups) = Digits.Gather(text.Text, at, digits, ends, breaks);
        for (var group = groups - 1; group >= 0; group--)
        {
            if (breaks[group] == 11 && Phones.Normalize(digits[..11], false, text.Text[at..ends[10]], false) is not null)
            {
                (number, end) = (new(digits[..11]), ends[10]);
                return true;
            }
        }

        (number, end) = ("", at + count);
        return false;
    }

    private static void ReadQq(in ContactText text, int at, int cue, bool isSure, ContactScan scan)
    {
        var canonical = text.Text;
        Span<char> number = stackalloc char[12];
        var (length, end, stars) = (0, at, 0);
        for (var i = at; i < canonical.Length && length < 12; i++)
        {
            var digit = Digits.Of(canonical[i]);
            if (digit < 0 && canonical[i] != '*')
            {
                if (length > 0 && canonical[i] is ' ' or '-' && i + 1 < canonical.Length && Digits.Of(canonical[i + 1]) >= 0)
                {
                    continue;
                }

                break;
            }

            stars += digit < 0 ? 1 : 0;
            number[length++] = digit < 0 ? '*' : (char)('0' + digit);
            end = i + 1;
        }

        var goesOn = end < canonical.Length && (char.IsAsciiLetterOrDigit(canonical[end]) || (!isSure && canonical[end] is '人' or '元' or '块' or '个' or '万' or '名' or '+' or '%' or '年' or '月'));
        if (length is < 5 or > 11 || number[0] is '0' or '*' || goesOn || stars > 6)
        {
            return;
        }

        // A group is announced by its own word, and a bare 群 must stand right before the number
        if (canonical[cue] == '群' && !isSure && at - cue > 2)
        {
            return;
        }

        scan.Add("qq", new(number[..length]), "author", text.ToOriginal(at, end), ContactRank.Cued, stars > 0 ? "partial" : "");
    }

    private delegate bool Fits(ReadOnlySpan<char> run);

    private void ReadName(in ContactText text, string kind, int at, int least, int most, bool isSure, ContactScan scan, Fits fits, bool needsSign = false)
    {
        var end = RunEnd(text.Text, at, true);
        while (end > at && text.Text[end - 1] is '.' or '-')
        {
            end--;
        }

        var run = text.Text[at..end];
        var isHost = end < text.Text.Length && text.Text[end] is '/' or ':' || run.Contains('.') && kind == "telegram";
        if (run.Length >= least && run.Length <= most && !isHost && fits(run) && !IsNoHandle(text.Text, run, end) && (isSure || (!needsSign && (run.ContainsAnyInRange('0', '9') || run.Contains('_')))) && !run.StartsWith("http", StringComparison.Ordinal))
        {
            scan.Add(kind, run.ToString(), "author", text.ToOriginal(at, end), ContactRank.Cued);
        }
    }

    private static void ReadPhone(in ContactText text, string kind, int at, string role, ContactScan scan)
    {
        Span<char> digits = stackalloc char[Digits.Most];
        Span<int> ends = stackalloc int[Digits.Most];
        Span<int> breaks = stackalloc int[Digits.Most + 1];
        var from = at + (text.Text[at] == '+' ? 1 : 0);
        var (count, groups) = from < text.Text.Length ? Digits.Gather(text.Text, from, digits, ends, breaks) : (0, 0);
        for (var group = groups - 1; group >= 0; group--)
        {
            var taken = breaks[group];
            if (taken >= 7 && Phones.Normalize(digits[..taken], from > at || taken > 11, text.Text[from..ends[taken - 1]], true) is { } phone)
            {
                scan.Add(kind, phone, role, text.ToOriginal(at, ends[taken - 1]), ContactRank.Cued);
                return;
            }
        }

        if (count == 0 && kind == "alipay" && EmailEnd(text.Text, at) is var end and > 0)
        {
            scan.Add(kind, text.Text[at..end].ToString(), role, text.ToOriginal(at, end), ContactRank.Checked);
        }
    }

    private static int EmailEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 64 && (IsHandle(text[end], true) || text[end] == '@'))
        {
            end++;
        }

        var sign = text[at..end].IndexOf('@');
        return sign > 0 && text[(at + sign)..end].Contains('.') ? end : -1;
    }

    private static void ReadCode(in ContactText text, string kind, int at, int least, int most, string role, ContactScan scan)
    {
        var end = RunEnd(text.Text, at, false);
        if (end - at >= least && end - at <= most)
        {
            scan.Add(kind, text.CasedSlice(at, end), role, text.ToOriginal(at, end), ContactRank.Cued);
        }
    }

    private static int RunEnd(ReadOnlySpan<char> text, int at, bool dots)
    {
        var end = at;
        while (end < text.Length && end - at < LongestHandle && IsHandle(text[end], dots))
        {
            end++;
        }

        return end;
    }

    private static bool IsHandle(char c, bool dots) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' || (dots && c == '.');
}
