using Fraud.Collect.Sources.Feeds;

namespace Fraud.Collect.Sources;

/// <summary>Finds out by itself whether a page is a feed, a forum thread, a listing or an article.</summary>
internal sealed class AutoParser(FeedParser feeds, AnyPageParser pages) : IPageParser
{
    public string Name => "auto";

    public Task<ParsedPage> ParseAsync(SourcePage page, CancellationToken cancellationToken) =>
        IsFeed(page) ? feeds.ParseAsync(page, cancellationToken) : pages.ParseAsync(page, cancellationToken);

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
}
