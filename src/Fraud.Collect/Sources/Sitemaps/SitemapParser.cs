using System.Xml;
using Fraud.Collect.Html;

namespace Fraud.Collect.Sources.Sitemaps;

/// <summary>Reads a sitemap or an index of sitemaps, as XML or a line a URL: its pages are links to follow and read as what they are, its sitemaps further pages of the same list. https://www.sitemaps.org/protocol.html</summary>
internal sealed class SitemapParser(AnyPageParser any) : IPageParser
{
    // The protocol's own bound
    private const int MaxUrls = 50_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true };

    public string Name => "sitemap";

    public async Task<ParsedPage> ParseAsync(SourcePage page, CancellationToken cancellationToken)
    {
        if (AnyPageParser.IsHtml(page))
        {
            // The map is the list of what there is: links of the pages themselves lead nowhere else
            return await any.ParseAsync(page, cancellationToken) with { Links = [] };
        }

        var (pages, maps) = (new List<string>(), new List<string>());
        var text = page.Text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (text.StartsWith('<'))
        {
            ReadXml(text, page.Url, pages, maps);
        }
        else
        {
            pages.AddRange(text.Split('\n').Where(l => l.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Take(MaxUrls).Select(l => PageLinks.Resolve(page.Url, l)).OfType<string>());
        }

        return new() { Links = [.. pages.Distinct(StringComparer.Ordinal)], Next = [.. maps.Distinct(StringComparer.Ordinal)] };
    }

    // Namespaces are often wrong; the last thing opened tells what a location is
    private static void ReadXml(string text, Uri url, List<string> pages, List<string> maps)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var inMap = false;
            while (!reader.EOF && pages.Count + maps.Count < MaxUrls)
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "loc" })
                {
                    if (PageLinks.Resolve(url, reader.ReadElementContentAsString()) is { } found)
                    {
                        (inMap ? maps : pages).Add(found);
                    }
                }
                else
                {
                    inMap = reader.NodeType == XmlNodeType.Element && reader.LocalName is "sitemap" or "url" ? reader.LocalName == "sitemap" : inMap;
                    reader.Read();
                }
            }
        }
        catch (XmlException)
        {
            // What stood before the fault is read
        }
    }
}
