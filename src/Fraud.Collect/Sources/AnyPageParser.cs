using AngleSharp.Html.Dom;
using Fraud.Collect.Sources.Articles;
using Fraud.Collect.Sources.Forums;
using Fraud.Collect.Sources.Listings;

namespace Fraud.Collect.Sources;

/// <summary>Reads an HTML page as what it is: a thread, a listing or an article.</summary>
internal sealed class AnyPageParser(ForumParser forums, ListingParser listings, ArticleParser articles) : HtmlParserBase
{
    public override string Name => "auto";

    /// <summary>Whether a page that was asked for as something else turns out to be HTML.</summary>
    public static bool IsHtml(SourcePage page)
    {
        if (page.ContentType.Contains("xml", StringComparison.OrdinalIgnoreCase) && !page.ContentType.Contains("xhtml", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var head = page.Text.AsSpan().TrimStart("\uFEFF \r\n\t");
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    internal override async Task<ParsedPage> ReadAsync(SourcePage page, IHtmlDocument document, CancellationToken cancellationToken)
    {
        if (ForumShapes.All.Any(s => s.Matches(document)))
        {
            return await forums.ReadAsync(page, document, cancellationToken);
        }

        return ProductReader.Read(document).Count > 0
            ? await listings.ReadAsync(page, document, cancellationToken)
            : await articles.ReadAsync(page, document, cancellationToken);
    }
}
