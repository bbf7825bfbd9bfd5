using System.Text;
using Fraud.Collect.Sources.Articles;
using Fraud.Collect.Sources.Feeds;
using Fraud.Collect.Sources.Forums;
using Fraud.Collect.Sources.Listings;
using Fraud.Collect.Sources.Pastes;
using Fraud.Collect.Sources.Sitemaps;
using Fraud.Collect.Sources;
using Fraud.Testing;

namespace Fraud.Collect.Tests.Sources;

/// <summary>Reads pages written in the test.</summary>
public abstract class ParserTestBase
{
    private static readonly AnyPageParser Any = new(new(), new(), new());

    internal static readonly IPageParser[] All =
    [
        new FeedParser(Any), new SitemapParser(Any), new ListingParser(), new ForumParser(), new ArticleParser(), new PasteParser(), new AutoParser(new(Any), Any),
    ];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static SourcePage Page(string text, string url = "https://site.example/dir/page", string contentType = "text/html; charset=utf-8", string headers = "") => new()
    {
        Source = "src",
        Url = new(url),
        ContentType = contentType,
        Headers = headers,
        Body = Encoding.UTF8.GetBytes(text),
        FetchedAt = Some.Moment,
    };

    protected static Task<ParsedPage> ReadAsync(string kind, string text, string url = "https://site.example/dir/page", string contentType = "text/html; charset=utf-8", string headers = "") =>
        All.Single(p => p.Name == kind).ParseAsync(Page(text, url, contentType, headers), Token);
}
