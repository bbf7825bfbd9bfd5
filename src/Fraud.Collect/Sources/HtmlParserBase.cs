using AngleSharp.Html.Dom;
using Fraud.Collect.Html;

namespace Fraud.Collect.Sources;

/// <summary>What all parsers of HTML pages share: safe parsing, links, language.</summary>
internal abstract class HtmlParserBase : IPageParser
{
    public abstract string Name { get; }

    public async Task<ParsedPage> ParseAsync(SourcePage page, CancellationToken cancellationToken)
    {
        using var document = await SafeHtml.ParseAsync(page.Text, cancellationToken);
        var parsed = await ReadAsync(page, document, cancellationToken);
        return parsed with { Links = PageLinks.ToFollow(document, page.Url) };
    }

    /// <summary>Reads the posts of a parsed document.</summary>
    internal abstract Task<ParsedPage> ReadAsync(SourcePage page, IHtmlDocument document, CancellationToken cancellationToken);
}
