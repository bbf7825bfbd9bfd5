using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fraud.Collect.Html;

namespace Fraud.Collect.StructuredData;

/// <summary>Reads microdata (itemscope, itemprop) and RDFa Lite (typeof, property).</summary>
internal static class Microdata
{
    private const int MaxNodes = 2000;

    /// <summary>Every thing with a type, outer ones first.</summary>
    public static List<DataNode> Read(IHtmlDocument document)
    {
        var nodes = new List<DataNode>();
        if (document.DocumentElement is { } root)
        {
            Walk(root, null, nodes);
        }

        return nodes;
    }

    private static void Walk(IElement element, DataNode? owner, List<DataNode> nodes)
    {
        foreach (var child in element.Children)
        {
            var name = child.GetAttribute("itemprop") ?? (owner is null ? null : child.GetAttribute("property"));
            var type = child.HasAttribute("itemscope") ? child.GetAttribute("itemtype") ?? "" : child.GetAttribute("typeof");
            var inner = owner;
            if (type is not null && nodes.Count < MaxNodes)
            {
                inner = new();
                inner.Types.AddRange(type.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(DataNode.ShortName));
                nodes.Add(inner);
            }

            foreach (var property in (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                owner?.Add(DataNode.ShortName(property), inner != owner ? inner! : Value(child));
            }

            Walk(child, inner, nodes);
        }
    }

    private static string Value(IElement element) =>
        element.GetAttribute("content")
        ?? (element.LocalName is "a" or "link" or "area" ? element.GetAttribute("href") : null)
        ?? (element.LocalName is "img" or "source" or "iframe" ? element.GetAttribute("src") : null)
        ?? (element.LocalName is "time" ? element.GetAttribute("datetime") : null)
        ?? (element.LocalName is "data" or "meter" ? element.GetAttribute("value") : null)
        ?? HtmlText.Of(element);
}
