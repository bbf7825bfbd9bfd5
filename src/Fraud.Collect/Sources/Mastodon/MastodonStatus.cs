using System.Text.Json;
using Fraud.Collect.Html;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Mastodon;

/// <summary>Reads one status. https://docs.joinmastodon.org/entities/Status/</summary>
internal static class MastodonStatus
{
    public static async Task<Post?> ToPostAsync(JsonElement status, string source, Uri url, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The instance's own id: it is what the instance names when the status is deleted
        var id = status.Text("id") is { Length: > 0 } own ? own : status.Text("uri");
        if (id.Length == 0)
        {
            return null;
        }

        using var document = await SafeHtml.ParseAsync(status.Text("content"), cancellationToken);
        var links = document.Body is { } body ? PageLinks.In(body, url) : [];
        SpellOutLinks(document);
        var text = HtmlText.Of(document);
        var warning = HtmlText.Tidy(status.Text("spoiler_text"));
        return text.Length == 0 && warning.Length == 0 ? null : new()
        {
            Source = source,
            NativeId = id,
            Url = PageLinks.Resolve(url, status.Text("url")) ?? "",
            Title = warning,
            Text = text,
            Author = status.Child("account").Text("acct"),
            PostedAt = LooseDate.Parse(status.Text("created_at"), now, TimeSpan.Zero),
            FetchedAt = now,
            Language = status.Text("language"),
            Links = links,
            Images = PageImages.Bounded(status.List("media_attachments").Where(m => m.Text("type") == "image").Select(m => PageLinks.Resolve(url, m.Text("url"))).OfType<string>()),
            ReplyTo = status.Text("in_reply_to_id"),
            Revision = status.Text("edited_at"),
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
}
