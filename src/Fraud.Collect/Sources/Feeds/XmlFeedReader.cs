using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Fraud.Collect.Sources.Feeds;

/// <summary>RSS and Atom, by local names since namespaces are often wrong. Broken XML is mended where it can be, and read up to the fault where not.</summary>
internal static partial class XmlFeedReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static Feed Read(string text)
    {
        text = text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        var (feed, whole) = TryRead(text);
        return whole ? feed : TryRead(Mend(text)).Feed;
    }

    private static (Feed Feed, bool Whole) TryRead(string text)
    {
        var items = new List<FeedItem>();
        var (next, language) = ("", "");
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.Depth < 8 && reader.LocalName is "item" or "entry" or "link" or "language" && XNode.ReadFrom(reader) is XElement element)
                {
                    language = element.Name.LocalName == "language" ? element.Value.Trim() : language;
                    next = element.Name.LocalName == "link" && (string?)element.Attribute("rel") == "next" ? (string?)element.Attribute("href") ?? "" : next;
                    if (element.Name.LocalName is "item" or "entry")
                    {
                        items.Add(ToItem(element, language));
                    }
                }
                else
                {
                    reader.Read();
                }
            }

            return (new(items, next), true);
        }
        catch (XmlException)
        {
            return (new(items, next), false);
        }
    }

    private static FeedItem ToItem(XElement item, string language)
    {
        var content = Best(item, "encoded", "content") ?? Best(item, "description", "summary");
        return new()
        {
            Id = First(item, "guid", "id") is { Length: > 0 } id ? id : item.Attributes().FirstOrDefault(a => a.Name.LocalName == "about")?.Value ?? "",
            Link = Link(item),
            Title = Inner(item.Elements().FirstOrDefault(e => e.Name.LocalName == "title")),
            Content = Inner(content),
            Author = Author(item),
            Date = First(item, "pubDate", "published", "date", "issued", "updated", "modified"),
            Images = [.. item.Descendants().Where(IsImage).Select(e => (string?)e.Attribute("url") ?? (string?)e.Attribute("href") ?? "")],
            Language = (string?)item.Attribute(XNamespace.Xml + "lang") ?? language,
        };
    }

    private static XElement? Best(XElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (item.Elements().FirstOrDefault(e => e.Name.LocalName == name && e.Value.Length > 0) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // Atom's xhtml is markup in place, everything else escaped markup; text/plain is escaped once more to come out as written
    private static string Inner(XElement? element) =>
        element is null ? ""
        : element.HasElements ? string.Concat(element.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)))
        : (string?)element.Attribute("type") is "text" or "text/plain" ? WebUtility.HtmlEncode(element.Value)
        : element.Value;

    // RSS enclosures, Media RSS and Atom's enclosure links
    private static bool IsImage(XElement element) =>
        (element.Name.LocalName is "enclosure" or "content" or "link" && ((string?)element.Attribute("type"))?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) is true)
        || (element.Name.LocalName == "content" && (string?)element.Attribute("medium") == "image")
        || (element.Name.LocalName == "thumbnail" && element.Attribute("url") is not null);

    private static string Link(XElement item)
    {
        var links = item.Elements().Where(e => e.Name.LocalName == "link").ToList();
        var atom = links.FirstOrDefault(l => (string?)l.Attribute("href") is { } && ((string?)l.Attribute("rel") ?? "alternate") == "alternate");
        if (atom is not null)
        {
            return (string)atom.Attribute("href")!;
        }

        var plain = links.FirstOrDefault(l => l.Value.Trim().Length > 0)?.Value.Trim();
        return plain ?? (First(item, "guid") is var guid && guid.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? guid : "");
    }

    private static string Author(XElement item)
    {
        var author = item.Elements().FirstOrDefault(e => e.Name.LocalName is "creator" or "author");
        return author is null ? "" : author.Elements().FirstOrDefault(e => e.Name.LocalName == "name")?.Value ?? author.Value;
    }

    private static string First(XElement item, params ReadOnlySpan<string> names) => Best(item, names)?.Value.Trim() ?? "";

    // Bare ampersands, HTML's named entities and control characters are the usual faults
    private static string Mend(string text)
    {
        var mended = Ampersand().Replace(text, m =>
        {
            if (m.Value is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;" || m.Value.StartsWith("&#", StringComparison.Ordinal))
            {
                return m.Value;
            }

            var decoded = WebUtility.HtmlDecode(m.Value);
            return decoded == m.Value ? "&amp;" + m.Value[1..] : decoded;
        });
        return Control().Replace(mended, " ");
    }

    [GeneratedRegex("&(#x?[0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,30};)?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ampersand();

    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Control();
}
