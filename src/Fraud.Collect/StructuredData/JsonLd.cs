using System.Net;
using System.Text.Json;
using Fraud.Collect.Sources;

namespace Fraud.Collect.StructuredData;

/// <summary>Reads JSON-LD as it is found: comments around it, trailing commas, raw line breaks in strings, arrays and graphs.</summary>
internal static class JsonLd
{
    private const int MaxNodes = 2000;
    private const int MaxDepth = 20;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Every object of the page's JSON-LD that has a type, outer ones first.</summary>
    public static List<DataNode> Read(PageIndex page)
    {
        var nodes = new List<DataNode>();
        foreach (var script in page.ByName("script"))
        {
            if (script.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase) && Parse(script.TextContent) is { } json)
            {
                using (json)
                {
                    Collect(json.RootElement, nodes, 0);
                }
            }
        }

        return nodes;
    }

    private static JsonDocument? Parse(string text)
    {
        text = Strip(text);
        return TryParse(text) ?? (text.Contains("&quot;", StringComparison.Ordinal) ? TryParse(WebUtility.HtmlDecode(text)) : null);
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Strip(string text)
    {
        text = text.Trim();
        foreach (var (open, close) in new[] { ("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>") })
        {
            if (text.StartsWith(open, StringComparison.Ordinal))
            {
                text = text[open.Length..];
                text = (text.EndsWith(close, StringComparison.Ordinal) ? text[..^close.Length] : text).Trim();
            }
        }

        // A raw line break inside a string is not JSON, outside it is a space anyway
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = source[i] < ' ' ? ' ' : source[i];
            }
        }).TrimEnd(';', ' ');
    }

    private static DataNode? Collect(JsonElement json, List<DataNode> nodes, int depth)
    {
        if (depth > MaxDepth || nodes.Count > MaxNodes)
        {
            return null;
        }

        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                Collect(item, nodes, depth + 1);
            }
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var node = new DataNode();
        nodes.Add(node);
        foreach (var property in json.EnumerateObject())
        {
            AddProperty(node, property, nodes, depth);
        }

        return node;
    }

    private static void AddProperty(DataNode node, JsonProperty property, List<DataNode> nodes, int depth)
    {
        var values = property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToList() : [property.Value];
        foreach (var value in values.Take(MaxNodes))
        {
            if (property.NameEquals("@type"))
            {
                node.Types.Add(DataNode.ShortName(value.AsText()));
            }
            else if (value.ValueKind == JsonValueKind.Object)
            {
                if (Collect(value, nodes, depth + 1) is { } child)
                {
                    node.Add(DataNode.ShortName(property.Name), child);
                }
            }
            else if (value.AsText() is { Length: > 0 } text)
            {
                node.Add(DataNode.ShortName(property.Name), text);
            }
        }
    }
}
