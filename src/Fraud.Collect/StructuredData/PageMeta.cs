using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fraud.Collect.Html;

namespace Fraud.Collect.StructuredData;

/// <summary>Reads a page's meta elements.</summary>
internal static class PageMeta
{
    /// <summary>Content of the first meta with one of the names (as property, name or itemprop), names in order of preference.</summary>
    public static string Of(IHtmlDocument document, params ReadOnlySpan<string> names)
    {
        var metas = PageIndex.Of(document).Metas;
        foreach (var name in names)
        {
            if (metas.TryGetValue(name, out var content))
            {
                return content;
            }
        }

        return "";
    }

    /// <summary>The page's own URL as it states it, believed only within its own site.</summary>
    public static string Canonical(IHtmlDocument document, Uri page)
    {
        var stated = PageIndex.Of(document).ByName("link").FirstOrDefault(IsCanonical)?.GetAttribute("href") ?? Of(document, "og:url");
        var url = PageLinks.Resolve(page, stated);
        return url is not null && SameSite(new Uri(url).IdnHost, page.IdnHost) && !(new Uri(url).AbsolutePath == "/" && page.AbsolutePath != "/") ? url
            : page.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
    }

    private static bool IsCanonical(IElement link) =>
        link.GetAttribute("rel") is { } rel && rel.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains("canonical", StringComparer.OrdinalIgnoreCase);

    private static bool SameSite(string a, string b)
    {
        a = a.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? a[4..] : a;
        b = b.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? b[4..] : b;
        return a.Equals(b, StringComparison.OrdinalIgnoreCase) || a.EndsWith("." + b, StringComparison.OrdinalIgnoreCase) || b.EndsWith("." + a, StringComparison.OrdinalIgnoreCase);
    }
}
