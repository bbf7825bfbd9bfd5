using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fraud.Collect.StructuredData;

namespace Fraud.Collect.Html;

/// <summary>Where the pictures of a page stand, as absolute http(s) URLs. They are evidence to a reader and are never fetched.</summary>
internal static class PageImages
{
    private const int MaxImages = 20;
    private const int MaxElements = 400;
    private const int LeastSize = 50;

    // Pictures of a later load stand here, and a blank one in src
    private static readonly string[] Places = ["data-src", "data-original", "data-lazy-src", "file", "zoomfile", "src"];
    private static readonly string[] Decoration = ["emoji", "emoticon", "smiley", "smilie", "avatar", "icon", "spacer", "/blank.", "/none.gif"];

    /// <summary>Each once, so many at most.</summary>
    public static IReadOnlyList<string> Bounded(IEnumerable<string> images) => [.. images.Distinct(StringComparer.Ordinal).Take(MaxImages)];

    /// <summary>Pictures in an author's words, without smilies, portraits and tracking dots.</summary>
    public static IReadOnlyList<string> In(IElement element, Uri page) =>
        Bounded(element.QuerySelectorAll("img").Take(MaxElements).Where(i => !IsDecoration(i)).Select(i => Url(i, page)).OfType<string>());

    /// <summary>Pictures by which the page shows itself elsewhere: Open Graph, Twitter cards, JSON-LD.</summary>
    public static IEnumerable<string> Stated(IHtmlDocument document, Uri page)
    {
        var things = PageIndex.Of(document).JsonLd.Concat(PageIndex.Of(document).Microdata).Where(n => n.Has("image") && !n.Is("Person", "Organization", "WebSite"));
        var stated = things.SelectMany(n => n.Texts("image").Concat(n.Nodes("image").Select(i => i.Text("url", "contentUrl", "@id"))));
        return new[] { PageMeta.Of(document, "og:image", "og:image:url", "og:image:secure_url"), PageMeta.Of(document, "twitter:image", "twitter:image:src") }.Concat(stated).Take(MaxElements)
            .Select(i => PageLinks.Resolve(page, i)).OfType<string>();
    }

    private static string? Url(IElement image, Uri page)
    {
        foreach (var place in Places)
        {
            if (image.GetAttribute(place) is { Length: > 0 } written && PageLinks.Resolve(page, written) is { } url && !IsNamedDecoration(url))
            {
                return url;
            }
        }

        return null;
    }

    private static bool IsDecoration(IElement image) =>
        IsNamedDecoration($"{image.ClassName} {image.GetAttribute("role")}") || IsSmall(image.GetAttribute("width")) || IsSmall(image.GetAttribute("height")) || image.HasAttribute("smilieid");

    private static bool IsNamedDecoration(string words) => Decoration.Any(d => words.Contains(d, StringComparison.OrdinalIgnoreCase));

    private static bool IsSmall(string? size) => int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels < LeastSize;
}
