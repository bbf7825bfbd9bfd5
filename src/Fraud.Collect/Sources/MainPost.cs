using AngleSharp.Html.Dom;
using Fraud.Collect.Extracting;
using Fraud.Collect.StructuredData;
using Fraud.Posts;

namespace Fraud.Collect.Sources;

/// <summary>Makes one post of a page's main text.</summary>
internal static class MainPost
{
    public static Post From(ExtractedPage main, IHtmlDocument document, SourcePage page)
    {
        var url = PageMeta.Canonical(document, page.Url);
        return new()
        {
            Source = page.Source,
            NativeId = url,
            Url = url,
            Title = main.Title,
            Text = main.Text,
            Author = main.Author,
            PostedAt = main.Date,
            FetchedAt = page.FetchedAt,
            Language = main.Language,
        };
    }
}
