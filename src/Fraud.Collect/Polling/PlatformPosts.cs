using Fraud.Collect.Extracting;
using Fraud.Collect.Html;
using Fraud.Collect.Sources;
using Fraud.Posts;

namespace Fraud.Collect.Polling;

/// <summary>Makes a post of what an API says.</summary>
internal static class PlatformPosts
{
    /// <summary>From HTML; null when it has no words.</summary>
    public static async Task<Post?> FromHtmlAsync(SourcePage page, string id, string html, string title, Func<Post, Post> rest, CancellationToken cancellationToken)
    {
        using var document = await SafeHtml.ParseAsync(html, cancellationToken);
        var (links, images) = document.Body is { } body ? (PageLinks.In(body, page.Url), PageImages.In(body, page.Url)) : ([], []);
        return From(page, id, HtmlText.Of(document), title, p => rest(p) with { Links = links, Images = images });
    }

    /// <summary>From plain text; null when it has no id or no words.</summary>
    public static Post? From(SourcePage page, string id, string text, string title, Func<Post, Post> rest)
    {
        title = HtmlText.Tidy(title).Replace('\n', ' ');
        text = text.Length > 0 ? text : title;
        if (id.Length == 0 || text.Length == 0)
        {
            return null;
        }

        var post = rest(new() { Source = page.Source, NativeId = id, Title = title, Text = text, FetchedAt = page.FetchedAt });
        return post.Language.Length > 0 ? post : post with { Language = PageLanguage.Of(null, text) };
    }

    /// <summary>A date as the API writes it, UTC where it names no offset; also seconds since 1970.</summary>
    public static DateTimeOffset? Date(SourcePage page, string text) =>
        long.TryParse(text.Split('.')[0], out var seconds) && seconds is > 600_000_000 and < 10_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) is var moment && moment <= page.FetchedAt.AddDays(2) ? moment : null
            : LooseDate.Parse(text, page.FetchedAt, TimeSpan.Zero);
}
