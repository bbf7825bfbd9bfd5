using System.Text.Json;
using System.Text.RegularExpressions;
using Fraud.Collect.Html;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Mastodon;

/// <summary>Reads a Mastodon timeline (public or hashtag): a JSON array of statuses, the older page in the Link header.</summary>
internal sealed partial class MastodonParser : IPageParser
{
    public string Name => "mastodon";

    public async Task<ParsedPage> ParseAsync(SourcePage page, CancellationToken cancellationToken)
    {
        var posts = new List<Post>();
        try
        {
            using var json = JsonDocument.Parse(page.Text);
            foreach (var status in json.RootElement.AsList())
            {
                var original = status.Child("reblog") is { ValueKind: JsonValueKind.Object } reblog ? reblog : status;
                if (await ToPostAsync(original, page, cancellationToken) is { } post)
                {
                    posts.Add(post);
                }
            }
        }
        catch (JsonException)
        {
            return ParsedPage.Empty;
        }

        var next = NextLink().Match(page.Header("Link"));
        var url = next.Success && posts.Count > 0 ? PageLinks.Resolve(page.Url, next.Groups[1].Value) : null;
        return new() { Posts = posts, Next = url is null ? [] : [url] };
    }

    private static async Task<Post?> ToPostAsync(JsonElement status, SourcePage page, CancellationToken cancellationToken)
    {
        var id = status.Text("uri") is { Length: > 0 } uri ? uri : status.Text("id");
        if (id.Length == 0)
        {
            return null;
        }

        using var document = await SafeHtml.ParseAsync(status.Text("content"), cancellationToken);
        var links = document.Body is { } body ? PageLinks.In(body, page.Url) : [];
        SpellOutLinks(document);
        var text = HtmlText.Of(document);
        var warning = HtmlText.Tidy(status.Text("spoiler_text"));
        return text.Length == 0 && warning.Length == 0 ? null : new()
        {
            Source = page.Source,
            NativeId = id,
            Url = PageLinks.Resolve(page.Url, status.Text("url")) ?? "",
            Title = warning,
            Text = text,
            Author = status.Child("account").Text("acct"),
            PostedAt = LooseDate.Parse(status.Text("created_at"), page.FetchedAt, TimeSpan.Zero),
            FetchedAt = page.FetchedAt,
            Language = status.Text("language"),
            Links = links,
        };
    }

    // A link's text is cut into visible and invisible parts; the address itself is what counts. Mentions and hashtags stay words
    private static void SpellOutLinks(AngleSharp.Html.Dom.IHtmlDocument document)
    {
        foreach (var link in document.QuerySelectorAll("a[href]"))
        {
            if (!link.ClassList.Contains("mention") && link.QuerySelector(".invisible, .ellipsis") is not null)
            {
                link.TextContent = link.GetAttribute("href")!;
            }
        }
    }

    [GeneratedRegex("<([^<>]{1,2000})>\\s*;[^,]{0,200}?rel=\"?next\"?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NextLink();
}
