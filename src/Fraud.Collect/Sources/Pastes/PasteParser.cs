using Fraud.Collect.Extracting;
using Fraud.Collect.Html;

namespace Fraud.Collect.Sources.Pastes;

/// <summary>Reads a page of plain text as one post, line by line as written; a page of HTML yields links only.</summary>
internal sealed class PasteParser : IPageParser
{
    public string Name => "paste";

    public async Task<ParsedPage> ParseAsync(SourcePage page, CancellationToken cancellationToken)
    {
        var text = page.Text;
        if (page.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase))
        {
            using var document = await SafeHtml.ParseAsync(text, cancellationToken);
            return new() { Links = PageLinks.ToFollow(document, page.Url) };
        }

        text = text.ReplaceLineEndings("\n").Trim();
        if (text.Length == 0)
        {
            return ParsedPage.Empty;
        }

        var url = page.Url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        return new() { Posts = [new() { Source = page.Source, NativeId = url, Url = url, Text = text, FetchedAt = page.FetchedAt, Language = PageLanguage.Of(null, text) }] };
    }
}
