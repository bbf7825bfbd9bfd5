using AngleSharp.Html.Dom;
using Fraud.Collect.Extracting;

namespace Fraud.Collect.Sources.Articles;

/// <summary>Reads a page as one article.</summary>
internal sealed class ArticleParser : HtmlParserBase
{
    public override string Name => "article";

    internal override Task<ParsedPage> ReadAsync(SourcePage page, IHtmlDocument document, CancellationToken cancellationToken)
    {
        var main = PageExtractor.Extract(document, page.Url, page.FetchedAt, page.UtcOffset);
        return Task.FromResult(MainPost.From(main, document, page) is { } post ? new() { Posts = [post] } : ParsedPage.Empty);
    }
}
