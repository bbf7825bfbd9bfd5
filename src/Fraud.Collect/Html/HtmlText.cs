using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Fraud.Collect.Html;

/// <summary>The visible words of an element as plain text: a line a block, white space tidied.</summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> Unseen = Set("script style noscript template head title svg math iframe object embed applet select textarea audio video canvas map datalist dialog");

    // All white space but the plain space, and what is dropped
    private static readonly SearchValues<char> ToTidy =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c != ' ' && (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF'))]);

    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul caption");

    /// <summary>Whether an element shows nothing: by its kind, its attributes or its inline style.</summary>
    public static bool IsUnseen(IElement element) =>
        Unseen.Contains(element.LocalName)
        || (element.Attributes.Length > 0 && (element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style && HidesByStyle(style)) || IsNoise(element)));

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <param name="root">Where to read.</param>
    /// <param name="skip">Elements to leave out besides the unseen ones.</param>
    public static string Of(INode root, Func<IElement, bool>? skip = null)
    {
        var text = new StringBuilder();
        Append(text, root, skip, preformatted: false);
        return Tidy(text.ToString());
    }

    /// <summary>Collapses white space, keeps line breaks, drops empty lines.</summary>
    public static string Tidy(string text) =>
        text.AsSpan().ContainsAny(ToTidy) || text.Contains("  ", StringComparison.Ordinal) ? Collapse(text) : text.Trim(' ');

    private static string Collapse(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var (space, line) = (false, false);
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\u2028' or '\u2029')
            {
                line = tidy.Length > 0;
            }
            else if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')
            {
                // Zero-width space is a hint for wrapping, no space
                space |= char.IsWhiteSpace(c);
            }
            else
            {
                if (line || (space && tidy.Length > 0))
                {
                    tidy.Append(line ? '\n' : ' ');
                }

                (space, line) = (false, false);
                tidy.Append(c);
            }
        }

        return tidy.ToString();
    }

    private static void Append(StringBuilder text, INode node, Func<IElement, bool>? skip, bool preformatted)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                // Line ends of the source are spaces, unless preformatted
                text.Append(preformatted ? words.Data : words.Data.ReplaceLineEndings(" "));
            }
            else if (child is IElement element && !IsUnseen(element) && !(skip?.Invoke(element) ?? false))
            {
                AppendElement(text, element, skip, preformatted);
            }
        }
    }

    private static void AppendElement(StringBuilder text, IElement element, Func<IElement, bool>? skip, bool preformatted)
    {
        switch (element.LocalName)
        {
            case "br":
                text.Append('\n');
                break;
            case "td" or "th":
                Append(text, element, skip, preformatted);
                text.Append(' ');
                break;
            case var name when Blocks.Contains(name):
                text.Append('\n');
                Append(text, element, skip, preformatted || name == "pre");
                text.Append('\n');
                break;
            default:
                Append(text, element, skip, preformatted);
                break;
        }
    }

    private static bool HidesByStyle(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return (at >= 0 && Value(style, at).StartsWith("none", StringComparison.OrdinalIgnoreCase))
            || ((at = style.IndexOf("visibility", StringComparison.OrdinalIgnoreCase)) >= 0 && Value(style, at).StartsWith("hidden", StringComparison.OrdinalIgnoreCase));
    }

    private static ReadOnlySpan<char> Value(string style, int property)
    {
        var colon = style.IndexOf(':', property);
        return colon < 0 ? [] : style.AsSpan(colon + 1).TrimStart();
    }

    // Discuz! puts random letters between the lines against copying
    private static bool IsNoise(IElement element) => element.LocalName == "font" && element.ClassList.Contains("jammer");

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
