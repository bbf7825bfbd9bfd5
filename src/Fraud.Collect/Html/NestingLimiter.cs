using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Fraud.Collect.Html;

/// <summary>
/// Takes out tags nested deeper than browsers would keep (512): a tree builder needs quadratic time for deep nesting and recursion over the tree would end the process.
/// The text stays. Ordinary pages pass unchanged.
/// </summary>
internal static class NestingLimiter
{
    public const int MaxDepth = 512;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    // Elements that never hold others, or end by themselves when their like begins
    private static readonly FrozenSet<string> Shallow = Set(
        "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr image html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rp rt rb rtc");

    private static readonly FrozenSet<string> RawText = Set("script style textarea title xmp iframe noembed noframes");

    // "<path/>" is closed in SVG, "<div/>" is open in HTML
    private static readonly FrozenSet<string> Html = Set(
        "a abbr address article aside b bdi bdo big blockquote button center cite code del details dfn dialog dir div dl em fieldset figcaption figure font footer form frameset h1 h2 h3 h4 h5 h6 header i ins kbd label legend "
        + "main map mark marquee menu nav nobr noscript object ol pre q ruby s samp section select small span strike strong sub summary sup svg table template tt u ul var");

    public static string Limit(string html)
    {
        StringBuilder? kept = null;
        var (depth, copied, at) = (0, 0, 0);
        while ((at = html.AsSpan(at).IndexOf('<') is var found && found >= 0 ? at + found : -1) >= 0)
        {
            if (!TryReadTag(html, at, out var tag))
            {
                at = tag.End;
                continue;
            }

            var drop = false;
            if (tag.Closing)
            {
                drop = depth > MaxDepth;
                depth = Math.Max(0, depth - 1);
            }
            else if (!Shallow.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag.Name(html)))
            {
                drop = ++depth > MaxDepth;
            }

            if (drop)
            {
                kept ??= new(html.Length);
                kept.Append(html, copied, at - copied).Append(' ');
                copied = tag.End;
            }

            at = tag.End;
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool TryReadTag(string html, int at, out Tag tag)
    {
        var rest = html.AsSpan(at + 1);
        if (rest.StartsWith("!--"))
        {
            tag = new(0, 0, After(html, at + 4, "-->"), false);
            return false;
        }

        var closing = rest.Length > 0 && rest[0] == '/';
        var start = at + (closing ? 2 : 1);
        if (start >= html.Length || !char.IsAsciiLetter(html[start]))
        {
            tag = new(0, 0, at + 1, false);
            return false;
        }

        var length = html.AsSpan(start).IndexOfAny(NameEnd);
        var nameEnd = length < 0 ? html.Length : start + length;
        var end = After(html, nameEnd, ">");
        tag = new(start, nameEnd, end, closing);
        var name = tag.Name(html);
        if (closing)
        {
            return !Shallow.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
        }

        if (RawText.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
        {
            tag = tag with { End = After(html, end, $"</{name}") };
            return false;
        }

        return !(end >= 2 && html[end - 2] == '/') || Html.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }

    private static int After(string html, int from, string mark)
    {
        var at = from >= html.Length ? -1 : html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? html.Length : at + mark.Length;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly record struct Tag(int NameStart, int NameEnd, int End, bool Closing)
    {
        public ReadOnlySpan<char> Name(string html) => html.AsSpan(NameStart, NameEnd - NameStart);
    }
}
