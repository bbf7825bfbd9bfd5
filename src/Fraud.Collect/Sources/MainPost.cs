using AngleSharp.Html.Dom;
using Fraud.Collect.Extracting;
using Fraud.Collect.StructuredData;
using Fraud.Posts;

namespace Fraud.Collect.Sources;

/// <summary>Makes one post of a page's main text.</summary>
internal static class MainPost
{
    /// <summary>The post; none for a page without text, or one that only lists links: its entries are posts of their own pages.</summary>
    public static Post? From(ExtractedPage main, IHtmlDocument document, SourcePage page)
    {
        if (main.Text.Length == 0 || main.IsLinkList)
        {
            return null;
        }

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
            Images = main.Images,
        };
    }
}
