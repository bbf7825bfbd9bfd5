using System.Buffers;
using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fraud.Collect.StructuredData;

/// <summary>What is asked of a document again and again, read in one walk: its elements by name, its meta elements, its structured data and the names its markup uses.</summary>
internal sealed class PageIndex
{
    private static readonly ConditionalWeakTable<IHtmlDocument, PageIndex> Known = [];
    private static readonly SearchValues<char> NameChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");
    private static readonly string[] Named = ["class", "itemprop", "rel", "data-testid"];

    private readonly IHtmlDocument _document;
    private readonly Dictionary<string, List<IElement>> _byName = new(StringComparer.Ordinal);
    private List<DataNode>? _jsonLd;
    private List<DataNode>? _microdata;
    private string? _names;

    private PageIndex(IHtmlDocument document)
    {
        _document = document;
        Walk(document);
        foreach (var meta in ByName("meta"))
        {
            var content = meta.GetAttribute("content")?.Trim() ?? "";
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

    /// <summary>All elements in page order.</summary>
    public List<IElement> Elements { get; } = [];

    /// <summary>Whether any element states microdata or RDFa.</summary>
    public bool HasMicrodata { get; private set; }

    /// <summary>Contents by name, whichever attribute names it.</summary>
    public Dictionary<string, string> Metas { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Objects of the page's JSON-LD.</summary>
    public IReadOnlyList<DataNode> JsonLd => _jsonLd ??= StructuredData.JsonLd.Read(this);

    /// <summary>Things of the page's microdata and RDFa.</summary>
    public IReadOnlyList<DataNode> Microdata => _microdata ??= HasMicrodata ? StructuredData.Microdata.Read(_document) : [];

    public static PageIndex Of(IHtmlDocument document) => Known.GetValue(document, d => new(d));

    /// <summary>Elements of a name, in page order.</summary>
    public List<IElement> ByName(string name) => _byName.GetValueOrDefault(name) ?? [];

    /// <summary>Elements a selector finds, which is no list; the tree is walked only when every name in the selector occurs in the markup.</summary>
    public IEnumerable<IElement> Find(string selector) => MayMatch(selector) ? _document.QuerySelectorAll(selector) : [];

    private bool MayMatch(ReadOnlySpan<char> selector)
    {
        for (var rest = selector; ;)
        {
            var start = rest.IndexOfAny(NameChars);
            if (start < 0)
            {
                return true;
            }

            rest = rest[start..];
            var length = rest.IndexOfAnyExcept(NameChars) is var end && end < 0 ? rest.Length : end;
            if (!Names().AsSpan().Contains(rest[..length], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            rest = rest[length..];
        }
    }

    private void Walk(INode parent)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IElement element)
            {
                Elements.Add(element);
                if (!_byName.TryGetValue(element.LocalName, out var same))
                {
                    _byName[element.LocalName] = same = [];
                }

                same.Add(element);
                HasMicrodata = HasMicrodata || (element.Attributes.Length > 0 && (element.HasAttribute("itemscope") || element.HasAttribute("typeof")));
                Walk(element);
            }
        }
    }

    private string Names()
    {
        if (_names is null)
        {
            var names = new HashSet<string>(_byName.Keys, StringComparer.Ordinal);
            foreach (var element in Elements)
            {
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
