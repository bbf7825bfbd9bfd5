using System.Net;
using Fraud.Collect.Html;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Feeds;

/// <summary>Reads RSS 0.9x to 2.0, Atom and JSON Feed. A page that its source lets follow from there is read as what it is.</summary>
internal sealed class FeedParser(AnyPageParser pages) : IPageParser
{
    private const int MaxItems = 1000;

    public string Name => "feed";

    public async Task<ParsedPage> ParseAsync(SourcePage page, CancellationToken cancellationToken)
    {
        if (AnyPageParser.IsHtml(page))
        {
            return await pages.ParseAsync(page, cancellationToken);
        }

        var text = page.Text;
        var feed = text.AsSpan().TrimStart() is ['{', ..] ? JsonFeedReader.Read(text) : XmlFeedReader.Read(text);
        var posts = new List<Post>();
        foreach (var item in feed.Items.Take(MaxItems))
        {
            if (await ToPostAsync(item, page, cancellationToken) is { } post)
            {
                posts.Add(post);
            }
        }

        var links = feed.Items.Select(i => PageLinks.Resolve(page.Url, i.Link)).OfType<string>().Distinct(StringComparer.Ordinal);
        var next = PageLinks.Resolve(page.Url, feed.Next);
        return new() { Posts = posts, Links = [.. links], Next = next is null ? [] : [next] };
    }

    private static async Task<Post?> ToPostAsync(FeedItem item, SourcePage page, CancellationToken cancellationToken)
    {
        var title = await SafeHtml.TextOfAsync(item.Title, cancellationToken);
        var url = PageLinks.Resolve(page.Url, item.Link) ?? "";
        using var document = await SafeHtml.ParseAsync(item.Content, cancellationToken);
        var text = item.IsPlainText ? HtmlText.Tidy(item.Content) : HtmlText.Of(document);
        if (title.Length == 0 && text.Length == 0)
        {
            return null;
        }

        return new()
        {
            Source = page.Source,
            NativeId = item.Id.Length > 0 ? item.Id : url.Length > 0 ? url : PostId.Hash(title, item.Date),
            Url = url,
            Title = title.Replace('\n', ' '),
            Text = text.Length > 0 ? text : title,
            Author = HtmlText.Tidy(WebUtility.HtmlDecode(item.Author)),
            PostedAt = LooseDate.Parse(item.Date, page.FetchedAt, page.UtcOffset),
            FetchedAt = page.FetchedAt,
            Language = item.Language,
            Links = document.Body is { } body ? PageLinks.In(body, page.Url) : [],
            Images = PageImages.Bounded(item.Images.Select(i => PageLinks.Resolve(page.Url, i)).OfType<string>().Concat(document.Body is { } words ? PageImages.In(words, page.Url) : [])),
        };
    }
}
