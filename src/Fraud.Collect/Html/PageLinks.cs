using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fraud.Collect.StructuredData;

namespace Fraud.Collect.Html;

/// <summary>Reads links as absolute http(s) URLs without fragment or session id.</summary>
internal static class PageLinks
{
    private const int MaxLinks = 5000;
    private static readonly string[] SessionKeys = ["sid=", "PHPSESSID=", "jsessionid="];

    /// <summary>Links a crawler may follow, each once, in page order; none when the page asks not to follow.</summary>
    public static IReadOnlyList<string> ToFollow(IHtmlDocument document, Uri page)
    {
        var index = PageIndex.Of(document);
        if (index.ByName("meta").Any(m => "robots".Equals(m.GetAttribute("name"), StringComparison.OrdinalIgnoreCase) && (Says(m, "nofollow") || Says(m, "none"))))
        {
            return [];
        }

        var links = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var from = BaseOf(document, page);
        foreach (var link in index.Elements.Where(MayLead))
        {
            if (links.Count < MaxLinks && !NoFollow(link) && Resolve(from, link.GetAttribute("href") ?? "") is { } url && seen.Add(url))
            {
                links.Add(url);
            }
        }

        return links;
    }

    /// <summary>Links in an author's words.</summary>
    public static IReadOnlyList<string> In(IElement element, Uri page) =>
        [.. element.QuerySelectorAll("a[href]").Select(a => Resolve(page, a.GetAttribute("href")!)).OfType<string>().Distinct(StringComparer.Ordinal).Take(100)];

    /// <summary>The base for relative links.</summary>
    public static Uri BaseOf(IHtmlDocument document, Uri page) =>
        PageIndex.Of(document).ByName("base").Select(b => b.GetAttribute("href")).FirstOrDefault(h => h is not null) is { } href && Uri.TryCreate(page, href, out var stated) && stated.Scheme is "http" or "https" ? stated : page;

    /// <summary>An absolute http(s) URL without fragment; null for anything else.</summary>
    public static string? Resolve(Uri page, string href)
    {
        href = href.Trim();
        if (href.Length is 0 or > 2048 || href[0] == '#' || !Uri.TryCreate(page, href, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
        {
            return null;
        }

        return WithoutSession(url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
    }

    private static string WithoutSession(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0 || !SessionKeys.Any(k => url.Contains(k, StringComparison.OrdinalIgnoreCase)))
        {
            return url;
        }

        var kept = url[(query + 1)..].Split('&').Where(p => !SessionKeys.Any(k => p.StartsWith(k, StringComparison.OrdinalIgnoreCase)));
        var rest = string.Join('&', kept);
        return rest.Length == 0 ? url[..query] : $"{url[..query]}?{rest}";
    }

    private static bool MayLead(IElement element) => element.LocalName is "a" or "area" || (element.LocalName is "link" && element.GetAttribute("rel") is "next");

    private static bool NoFollow(IElement link) => link.GetAttribute("rel") is { } rel && rel.Contains("nofollow", StringComparison.OrdinalIgnoreCase);

    private static bool Says(IElement meta, string word) => meta.GetAttribute("content")?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false;
}
