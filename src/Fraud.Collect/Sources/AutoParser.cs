using AngleSharp.Html.Dom;
using Fraud.Collect.Sources.Articles;
using Fraud.Collect.Sources.Feeds;
using Fraud.Collect.Sources.Forums;
using Fraud.Collect.Sources.Listings;

namespace Fraud.Collect.Sources;

/// <summary>Finds out by itself whether a page is a feed, a forum thread, a listing or an article.</summary>
internal sealed class AutoParser(FeedParser feeds, ForumParser forums, ListingParser listings, ArticleParser articles) : IPageParser
{
    private readonly Html _pages = new(forums, listings, articles);

    public string Name => "auto";

    public Task<ParsedPage> ParseAsync(SourcePage page, CancellationToken cancellationToken) =>
        IsFeed(page) ? feeds.ParseAsync(page, cancellationToken) : _pages.ParseAsync(page, cancellationToken);

    private static bool IsFeed(SourcePage page)
    {
        if (page.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var head = page.Text.AsSpan().TrimStart();
        head = head[..Math.Min(head.Length, 1000)];
        return head.Contains("<rss", StringComparison.OrdinalIgnoreCase) || head.Contains("<feed", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<rdf:RDF", StringComparison.OrdinalIgnoreCase) || head.Contains("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Html(ForumParser forums, ListingParser listings, ArticleParser articles) : HtmlParserBase
    {
        public override string Name => "auto";

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
}
