using System.Buffers;
using Fraud.Canonical;
using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Contacts;

/// <summary>Finds ways to reach or pay somebody, disguised ones too. Never dials, opens or joins anything. Safe for concurrent use; never throws on any text; linear in its length.</summary>
public sealed class ContactExtractor
{
    private static readonly SearchValues<char> Triggers = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789@〇零一二三四五六七八九");

    private static readonly ContactRole[] RoleOf = Roles();
    private static readonly SearchValues<char> Starts = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Where(c => RoleOf[c] != ContactRole.None).Select(c => (char)c)]);

    [ThreadStatic]
    private static ContactScan? _scan;

    private readonly HostScanner _hosts;
    private readonly RunScanner _runs;
    private readonly ParameterScanner _parameters;
    private readonly HandleScanner _handles;

    /// <summary>An extractor over loaded tables.</summary>
    public ContactExtractor(ContactTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        Tables = tables;
        _hosts = new(tables);
        _runs = new(tables);
        _parameters = new(tables);
        _handles = new(tables);
    }

    /// <summary>Its tables, the owners of domains among them.</summary>
    public ContactTables Tables { get; }

    /// <summary>The contacts of a post in order of place; the same empty list whenever there is none. Words in quotation marks or in a warning count as reported.</summary>
    public IReadOnlyList<Contact> Extract(TextViews views) => Extract(views, null);

    /// <summary>The contacts of a post; <paramref name="isReported"/> says whether a range of the original is somebody else's words.</summary>
    public IReadOnlyList<Contact> Extract(TextViews views, Func<TextSpan, bool>? isReported)
    {
        ArgumentNullException.ThrowIfNull(views);
        var scan = _scan ??= new();
        scan.Clear();
        if (!views.Canonical.Text.ContainsAny(Triggers))
        {
            return scan.Settle(static _ => false);
        }

        var text = new ContactText(views);
        ReadCanonical(text, scan);
        ReadCues(text, views.Homophone, scan);
        TaokoulingScanner.Read(views.Original, scan);
        return scan.Count == 0 ? scan.Settle(static _ => false) : scan.Settle(isReported ?? new Quotes(views.Original, text.Text).Holds);
    }

    private static ContactRole[] Roles()
    {
        var roles = new ContactRole[char.MaxValue + 1];
        for (var c = 0; c < roles.Length; c++)
        {
            var ch = (char)c;
            roles[c] = char.IsAsciiLetterOrDigit(ch) ? ContactRole.Run
                : Digits.Of(ch) >= 0 ? ContactRole.ChineseDigit
                : ch is '.' or '。' or '点' or '[' or '(' or '{' ? ContactRole.Dot
                : ch is '?' or '&' ? ContactRole.Parameter
                : ch == ':' ? ContactRole.Scheme
                : ContactRole.None;
        }

        return roles;
    }

    private void ReadCanonical(in ContactText text, ContactScan scan)
    {
        var canonical = text.Text;
        var taken = 0;
        for (var i = 0; i < canonical.Length && !scan.IsFull;)
        {
            if (RoleOf[canonical[i]] == ContactRole.None)
            {
                // Runs of Chinese are passed over many characters at a time
                var skip = canonical[i..].IndexOfAny(Starts);
                if (skip < 0)
                {
                    return;
                }

                i += skip;
            }

            i = RoleOf[canonical[i]] switch
            {
                ContactRole.Run => Run(text, i, ref taken, scan),
                ContactRole.ChineseDigit => IsChineseNumber(canonical, i) ? Math.Max(i + 1, NumberReader.Read(text, i, scan)) : i + 1,
                ContactRole.Dot => Host(text, i, ref taken, scan),
                ContactRole.Parameter => _parameters.Read(text, i, scan),
                _ => SchemeReader.Read(text, i, scan),
            };
        }
    }

    private int Run(in ContactText text, int at, ref int taken, ContactScan scan)
    {
        var end = _runs.Read(text, at, scan);

        // sales [at] example dot com
        return end - at == 3 && text.Text[at..end] is "dot" && at > 0 && text.Text[at - 1] == ' ' ? Host(text, at - 1, ref taken, scan) is var next && next > end ? next : end : end;
    }

    private int Host(in ContactText text, int at, ref int taken, ContactScan scan)
    {
        var next = _hosts.Read(text, at, taken, scan);
        if (next > at + 1)
        {
            taken = next;
        }

        // The query of a link is read again for its parameters
        var query = text.Text[at..Math.Min(next, text.Text.Length)].IndexOf('?');
        return query > 0 ? at + query : next;
    }

    private static bool IsChineseNumber(ReadOnlySpan<char> text, int at)
    {
        for (var i = at; i < at + 4; i++)
        {
            if (i >= text.Length || Digits.Of(text[i]) < 0)
            {
                return false;
            }
        }

        return at == 0 || Digits.Of(text[at - 1]) < 0;
    }

    private void ReadCues(in ContactText text, TextView view, ContactScan scan)
    {
        var words = view.Text;
        for (var i = 0; i < words.Length && !scan.IsFull;)
        {
            var next = HandleCues.MayStart(words, i) ? _handles.Read(text, view, i, scan) : i + 1;

            // A Latin cue begins a word
            while (next == i + 1 && next < words.Length && char.IsAsciiLetterLower(words[i]) && char.IsAsciiLetterLower(words[next]))
            {
                i = next++;
            }

            i = next;
        }
    }
}
