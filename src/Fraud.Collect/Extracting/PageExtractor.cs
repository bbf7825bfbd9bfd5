using AngleSharp.Html.Dom;
using Fraud.Collect.Html;
using Fraud.Collect.StructuredData;

namespace Fraud.Collect.Extracting;

/// <summary>Finds the main text of a page and what the page says about it.</summary>
public static class PageExtractor
{
    /// <summary>Extracts from HTML text; any text whatever gives a result.</summary>
    /// <param name="html">The page, decoded.</param>
    /// <param name="url">Where it stood.</param>
    /// <param name="now">Moment of reading; dates after it are not believed.</param>
    /// <param name="cancellationToken">Ends the parsing.</param>
    public static async Task<ExtractedPage> ExtractAsync(string html, Uri url, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(url);
        using var document = await SafeHtml.ParseAsync(html, cancellationToken);
        return Extract(document, url, now, TimeSpan.Zero);
    }

    internal static ExtractedPage Extract(IHtmlDocument document, Uri url, DateTimeOffset now, TimeSpan offset)
    {
        var root = document.QuerySelector("article") ?? document.QuerySelector("main") ?? document.Body;
        var text = root is null ? "" : HtmlText.Of(root, e => e.LocalName is "nav" or "aside" or "footer" or "header");
        var linked = root?.QuerySelectorAll("a").Sum(a => a.TextContent.Length) ?? 0;
        text = linked * 2 > text.Length ? "" : text;
        var metadata = new PageMetadata(document);
        return new()
        {
            Text = PinyinNotes.Strip(text),
            Title = metadata.Title(),
            Author = metadata.Author(),
            Date = metadata.Date(url, now, offset),
            Language = PageLanguage.Of(document, text),
        };
    }

    internal static string TitleOf(IHtmlDocument document) => HtmlText.Tidy(PageMeta.Of(document, "og:title", "twitter:title") is { Length: > 0 } shared ? shared : document.Title ?? "");
}
