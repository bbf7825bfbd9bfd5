using AngleSharp.Dom;
using Fraud.Collect.Html;
using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Telegram;

/// <summary>
/// The web preview of a public channel: https://t.me/s/NAME. Telegram's terms forbid scraping without its permission; robots.txt is asked as for any web page.
/// </summary>
internal sealed class TelegramPlatform : IPlatform
{
    public string Name => "telegram";

    public string Terms => "https://telegram.org/tos/content-licensing";

    public IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) => [new() { Url = track.Start.AbsoluteUri, IsWebPage = true }];

    public async Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, CancellationToken cancellationToken)
    {
        using var document = await SafeHtml.ParseAsync(page.Text, cancellationToken);
        // A channel without preview answers with its card instead
        if (document.QuerySelector(".tgme_channel_history, .tgme_channel_info") is null)
        {
            return PlatformAnswer.Unreadable;
        }

        var messages = document.QuerySelectorAll(".tgme_widget_message[data-post]").Where(m => !m.ClassList.Contains("service_message")).ToList();
        var ids = messages.Select(IdOf).Where(i => i.Length > 0).ToList();
        var (newest, oldest) = (OpaqueId.Newest(ids), OpaqueId.Oldest(ids));
        var goOn = oldest.Length > 0 && !track.IsFirst && OpaqueId.IsAfter(oldest, track.Cursor) && request.Page < track.Source.MaxDepth;
        return new()
        {
            Posts = [.. messages.Select(m => ToPost(m, page)).OfType<Post>()],
            Cursor = request.Page == 0 && newest.Length > 0 ? newest : null,
            Next = goOn ? [new() { Url = track.With(("before", oldest)), Page = request.Page + 1, IsWebPage = true }] : [],
        };
    }

    private static string IdOf(IElement message) => message.GetAttribute("data-post") is { } post ? post[(post.LastIndexOf('/') + 1)..] : "";

    private static Post? ToPost(IElement message, SourcePage page)
    {
        var bodies = message.QuerySelectorAll(".tgme_widget_message_bubble > .tgme_widget_message_text, .tgme_widget_message_bubble > .media_supported_cont > .tgme_widget_message_text, .tgme_widget_message_poll, .tgme_widget_message_document_title, .tgme_widget_message_inline_button_text");
        var text = string.Join('\n', bodies.Select(b => HtmlText.Of(b)).Where(t => t.Length > 0));
        var channel = page.Url.Segments.Length > 2 ? page.Url.Segments[2].Trim('/') : "";
        var forwarded = message.QuerySelector(".tgme_widget_message_from_author, .tgme_widget_message_owner_name");
        return PlatformPosts.From(page, message.GetAttribute("data-post") ?? "", text, "", p => p with
        {
            Url = PageLinks.Resolve(page.Url, message.QuerySelector("a.tgme_widget_message_date")?.GetAttribute("href") ?? "") ?? "",
            Author = channel.Length > 0 ? channel : forwarded is null ? "" : HtmlText.Of(forwarded),
            PostedAt = LooseDate.Parse(message.QuerySelector(".tgme_widget_message_date time[datetime]")?.GetAttribute("datetime"), page.FetchedAt, TimeSpan.Zero),
            Links = [.. bodies.SelectMany(b => PageLinks.In(b, page.Url)).Concat(PageLinks.In(message, page.Url).Where(IsOutside)).Distinct(StringComparer.Ordinal).Take(100)],
        });
    }

    private static bool IsOutside(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.IdnHost is not "t.me";
}
