using System.Globalization;
using System.Text.Json;
using Fraud.Collect.Html;
using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Sources.WordPress;

/// <summary>
/// Posts or comments of a WordPress site: https://HOST/wp-json/wp/v2/posts and https://HOST/wp-json/wp/v2/comments, oldest first from the newest one known.
/// https://developer.wordpress.org/rest-api/reference/posts/
/// </summary>
internal sealed class WordPressPlatform : JsonPlatform
{
    private const int PageSize = 100;

    public override string Name => "wordpress";

    public override string Terms => "https://HOST/ (of the site)";

    public override IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) =>
        [new() { Url = track.With(("per_page", "100"), ("orderby", "date"), ("order", track.IsFirst ? "desc" : "asc"), ("after", Before(track.Cursor)), ("_embed", "author")) }];

    protected override async Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return PlatformAnswer.Unreadable;
        }

        var posts = new List<Post>();
        foreach (var item in json.AsList())
        {
            if (await ToPostAsync(item, page, cancellationToken) is { } post)
            {
                posts.Add(post);
            }
        }

        // "date" is the site's own time, and so is what "after" is compared with
        var newest = json.AsList().Select(i => i.Text("date")).Where(d => d.Length > 0).Max(StringComparer.Ordinal);
        return new() { Posts = posts, Cursor = newest, HasMore = !track.IsFirst && json.GetArrayLength() >= PageSize };
    }

    // "after" leaves out its own second, in which more may have been posted
    private static string Before(string cursor) =>
        DateTime.TryParse(cursor, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.AddSeconds(-1).ToString("s", CultureInfo.InvariantCulture) : "";

    private static async Task<Post?> ToPostAsync(JsonElement item, SourcePage page, CancellationToken cancellationToken)
    {
        var comment = item.Text("author_name").Length > 0 || item.Child("post").ValueKind == JsonValueKind.Number;
        var id = item.Text("id");
        var title = await SafeHtml.TextOfAsync(item.Child("title").Text("rendered"), cancellationToken);
        return await PlatformPosts.FromHtmlAsync(page, id.Length == 0 ? "" : (comment ? "comment/" : "post/") + id, item.Child("content").Text("rendered"), title, p => p with
        {
            Url = PageLinks.Resolve(page.Url, item.Text("link")) is { } link ? comment ? $"{link}#comment-{id}" : link : "",
            Author = comment ? item.Text("author_name") : item.Child("_embedded").List("author").Select(a => a.Text("name")).FirstOrDefault() ?? "",
            PostedAt = LooseDate.Parse(item.Text("date_gmt"), page.FetchedAt, TimeSpan.Zero),
        }, cancellationToken);
    }
}
