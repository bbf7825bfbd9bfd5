using System.Buffers;

namespace Fraud.Contacts;

/// <summary>Finds hosts, links and e-mail addresses from their dots, disguised ones too: [.], (dot), 。, 点, " . ".</summary>
internal sealed class HostScanner(ContactTables tables)
{
    private const int LongestHost = 253;
    private const int LongestLocal = 64;
    private const int MostLabels = 12;
    private static readonly SearchValues<char> Disguises = SearchValues.Create("[](){}。点");
    private readonly LinkReader _links = new(tables);

    /// <summary>Reads the host whose first dot may stand at a place; answers where to go on.</summary>
    public int Read(in ContactText text, int dot, int from, ContactScan scan)
    {
        if (!IsDot(text.Text, dot, out var first, out var isSpaced) || !FindStart(text.Text, isSpaced ? dot - 1 : dot, from, out var start))
        {
            return dot + 1;
        }

        Span<char> host = stackalloc char[LongestHost + 1];
        Span<int> ends = stackalloc int[MostLabels];
        var (length, labels) = ReadLabels(text, start, isSpaced ? dot - 1 : dot, first, isSpaced, host, ends);
        if (labels < 2)
        {
            return first;
        }

        // The top level must be known; what follows it is the next sentence
        var read = ends[labels - 2];
        while (labels >= 2 && tables.Vendors.Suffixes.RegisteredAt(host[..length]) < 0)
        {
            labels--;
            length = host[..length].LastIndexOf('.');
        }

        if (labels < 2)
        {
            return Math.Max(first, read);
        }

        var found = new HostFound(host[..length].ToString(), start, ends[labels - 1], labels, isSpaced || IsDisguised(text.Text[start..ends[labels - 1]]));
        return Dispatch(text, found, scan);
    }

    private int Dispatch(in ContactText text, HostFound host, ContactScan scan)
    {
        var canonical = text.Text;
        if (host.End < canonical.Length && canonical[host.End] == '@')
        {
            // first.last@…: the dots of a name
            return host.End;
        }

        if (EmailScanner.FindLocal(canonical, host.Start, out var local, out var plain))
        {
            if (plain || host.IsDisguised || EmailScanner.IsExplained(canonical, host.Start))
            {
                EmailScanner.Add(text, local, host, scan);
                return host.End;
            }
        }

        return _links.Read(text, host, scan);
    }

    private static bool IsDisguised(ReadOnlySpan<char> written) => written.ContainsAny(Disguises) || written.Contains(" dot ", StringComparison.Ordinal);

    private static bool FindStart(ReadOnlySpan<char> text, int end, int from, out int start)
    {
        start = end;
        while (start > from && end - start < LongestLocal && IsLabel(text[start - 1]))
        {
            start--;
        }

        while (start < end && text[start] is '-' or '_')
        {
            start++;
        }

        return start < end;
    }

    private (int Length, int Labels) ReadLabels(in ContactText text, int start, int dot, int next, bool isSpaced, Span<char> host, Span<int> ends)
    {
        var (length, labels, from, end) = (0, 0, start, dot);
        while (true)
        {
            if (length + end - from + 1 > LongestHost)
            {
                return (length, labels);
            }

            for (var i = from; i < end; i++)
            {
                host[length++] = text.Shown(i);
            }

            ends[labels++] = end;
            if (next < 0 || labels == MostLabels)
            {
                return (length, labels);
            }

            (from, end) = (next, LabelEnd(text.Text, next));
            if (end == from || (isSpaced && !tables.SpacedSuffixes.Contains(text.Text[from..end].ToString())))
            {
                return (length, labels);
            }

            host[length++] = '.';
            next = end < text.Text.Length && IsDot(text.Text, end, out var after, out var spaced) && spaced == isSpaced && !spaced ? after : -1;
        }
    }

    private static int LabelEnd(ReadOnlySpan<char> text, int from)
    {
        var end = from;
        while (end < text.Length && end - from < LongestLocal && IsLabel(text[end]))
        {
            end++;
        }

        while (end > from && text[end - 1] is '-' or '_')
        {
            end--;
        }

        return end;
    }

    private static bool IsLabel(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (c is >= '\u00C0' and <= '\u052F' && char.IsLetter(c));

    // The dot at a place and where the next label begins
    private static bool IsDot(ReadOnlySpan<char> text, int at, out int next, out bool isSpaced)
    {
        isSpaced = false;
        next = at + 1;
        switch (text[at])
        {
            case '.' when at > 1 && text[at - 1] == ' ' && at + 2 < text.Length && text[at + 1] == ' ':
                isSpaced = true;
                next = at + 2;
                return IsLabel(text[at - 2]) && IsLabel(text[at + 2]);
            case '.':
                break;
            case ' ':
                next = at + 5;
                return text[at..].StartsWith(" dot ", StringComparison.Ordinal) && at > 0 && next < text.Length && IsLabel(text[at - 1]) && IsLabel(text[next]);
            case '。' or '点':
                return at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]) && next < text.Length && char.IsAsciiLetterOrDigit(text[next]);
            case '[' or '(' or '{':
                next = BracketEnd(text, at);
                isSpaced = next > 0 && next + 1 < text.Length && text[next] == ' ' && at > 1 && text[at - 1] == ' ';
                if (isSpaced)
                {
                    // example (dot) com
                    next++;
                    return IsLabel(text[at - 2]) && IsLabel(text[next]);
                }

                break;
            default:
                return false;
        }

        return next > 0 && next < text.Length && at > 0 && IsLabel(text[at - 1]) && IsLabel(text[next]);
    }

    private static int BracketEnd(ReadOnlySpan<char> text, int at)
    {
        var inner = text[(at + 1)..Math.Min(text.Length, at + 6)];
        var close = inner.IndexOfAny(')', ']', '}');
        return close > 0 && inner[..close].Trim(' ') is "." or "dot" or "点" or "。" ? at + close + 2 : -1;
    }
}
