using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fraud.Collect.StructuredData;

/// <summary>What is asked of a document again and again, read once: its meta elements, its structured data and the names its markup uses.</summary>
internal sealed class PageIndex
{
    private static readonly ConditionalWeakTable<IHtmlDocument, PageIndex> Known = [];
    private static readonly string[] Named = ["class", "itemprop", "rel", "data-testid"];

    private readonly IHtmlDocument _document;
    private List<DataNode>? _jsonLd;
    private List<DataNode>? _microdata;
    private string? _names;

    private PageIndex(IHtmlDocument document)
    {
        _document = document;
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var content = meta.GetAttribute("content")!.Trim();
            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
            {
                if (content.Length > 0 && meta.GetAttribute(attribute) is { } name)
                {
                    // The first one counts
                    Metas.TryAdd(name, content);
                }
            }
        }
    }

    /// <summary>Contents by name, whichever attribute names it.</summary>
    public Dictionary<string, string> Metas { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Objects of the page's JSON-LD.</summary>
    public IReadOnlyList<DataNode> JsonLd => _jsonLd ??= StructuredData.JsonLd.Read(_document);

    /// <summary>Things of the page's microdata and RDFa.</summary>
    public IReadOnlyList<DataNode> Microdata => _microdata ??= StructuredData.Microdata.Read(_document);

    public static PageIndex Of(IHtmlDocument document) => Known.GetValue(document, d => new(d));

    /// <summary>Elements a selector finds; the tree is walked only when the longest name in the selector occurs in the markup at all.</summary>
    public IEnumerable<IElement> Find(string selector) => Names().Contains(Longest(selector), StringComparison.OrdinalIgnoreCase) ? _document.QuerySelectorAll(selector) : [];

    private static ReadOnlySpan<char> Longest(string selector)
    {
        var (best, start) = (0..0, -1);
        for (var i = 0; i <= selector.Length; i++)
        {
            if (i < selector.Length && (char.IsAsciiLetter(selector[i]) || selector[i] is '-' or '_'))
            {
                start = start < 0 ? i : start;
            }
            else
            {
                best = start >= 0 && i - start > best.End.Value - best.Start.Value ? start..i : best;
                start = -1;
            }
        }

        return selector.AsSpan()[best];
    }

    private string Names()
    {
        if (_names is null)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var element in _document.All)
            {
                names.Add(element.LocalName);
                foreach (var attribute in element.Attributes)
                {
                    names.Add(attribute.Name);
                    if (Named.Contains(attribute.Name, StringComparer.OrdinalIgnoreCase))
                    {
                        names.Add(attribute.Value);
                    }
                }
            }

            _names = string.Join('\n', names);
        }

        return _names;
    }
}
