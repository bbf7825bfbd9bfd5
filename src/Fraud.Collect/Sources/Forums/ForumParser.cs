using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fraud.Collect.Extracting;
using Fraud.Collect.Html;
using Fraud.Collect.StructuredData;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Forums;

/// <summary>Reads the posts of a thread: of a known forum program, else by finding what repeats. A page that lists threads yields links only.</summary>
internal sealed class ForumParser : HtmlParserBase
{
    private const int MaxPosts = 500;

    public override string Name => "forum";

    internal override Task<ParsedPage> ReadAsync(SourcePage page, IHtmlDocument document, CancellationToken cancellationToken)
    {
        var shape = ForumShapes.All.FirstOrDefault(s => s.Matches(document));
        var found = shape is null ? RepeatedPosts.Find(document) : FromShape(document, shape);
        var title = Subject(document, shape);
        var url = PageMeta.Canonical(document, page.Url);
        var posts = found.Take(MaxPosts).Where(p => p.Text.Length > 0).Select((p, i) => ToPost(p, i, title, url, page, document)).ToList();
        return Task.FromResult(new ParsedPage { Posts = posts, Next = NextPages(document, page.Url) });
    }

    private static IEnumerable<FoundPost> FromShape(IHtmlDocument document, ForumShape shape)
    {
        foreach (var element in document.QuerySelectorAll(shape.Post))
        {
            if (First(element, shape.Body) is { } body)
            {
                var author = shape.AuthorAttribute.Length > 0 ? element.GetAttribute(shape.AuthorAttribute) ?? "" : First(element, shape.Author) is { } shown ? HtmlText.Of(shown) : "";
                var time = First(element, shape.Time);
                yield return new(
                    element.GetAttribute("id") is { Length: > 0 } id ? id : element.GetAttribute("data-pid") ?? element.GetAttribute("data-post-id") ?? "",
                    HtmlText.Of(body, e => e.Matches(shape.Noise)),
                    author,
                    time?.GetAttribute("datetime") ?? time?.GetAttribute("title") ?? time?.TextContent ?? "",
                    body) { ReplyTo = QuotedPost.Of(element, body, shape) };
            }
        }
    }

    // A comma in a shape lists places in order of preference, not of the page
    private static IElement? First(IParentNode within, string places)
    {
        foreach (var place in places.Split(", "))
        {
            if (within.QuerySelector(place) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static Post ToPost(FoundPost found, int index, string title, string url, SourcePage page, IHtmlDocument document)
    {
        var first = index == 0 && !url.Contains("page=", StringComparison.OrdinalIgnoreCase);
        return new()
        {
            Source = page.Source,
            NativeId = found.Id.Any(char.IsAsciiDigit) ? $"{page.Url.IdnHost}/{found.Id}" : PostId.Hash(page.Url.IdnHost, title, found.Author, found.Time, found.Text),
            Url = found.Id.Length > 0 ? $"{url}#{found.Id}" : url,
            Title = first ? title : "",
            Text = found.Text,
            Author = found.Author,
            PostedAt = LooseDate.Parse(found.Time, page.FetchedAt, page.UtcOffset),
            FetchedAt = page.FetchedAt,
            Language = PageLanguage.Of(document, found.Text),
            Links = PageLinks.In(found.Body, page.Url),
            Images = PageImages.In(found.Body, page.Url),
            ReplyTo = found.ReplyTo.Length > 0 ? $"{page.Url.IdnHost}/{found.ReplyTo}" : "",
        };
    }

    private static string Subject(IHtmlDocument document, ForumShape? shape)
    {
        var heading = First(document, shape?.Title ?? "h1");
        var text = heading is null ? "" : HtmlText.Of(heading).Replace('\n', ' ');
        return text.Length > 0 ? text : HtmlText.Tidy(PageMeta.Of(document, "og:title") is { Length: > 0 } shared ? shared : document.Title ?? "");
    }

    private static string[] NextPages(IHtmlDocument document, Uri page)
    {
        var next = document.QuerySelector("a[rel~=next][href], link[rel=next][href], a.nxt[href], li.next a[href], a.pageNav-jump--next[href]");
        return next is not null && PageLinks.Resolve(PageLinks.BaseOf(document, page), next.GetAttribute("href")!) is { } url ? [url] : [];
    }
}
