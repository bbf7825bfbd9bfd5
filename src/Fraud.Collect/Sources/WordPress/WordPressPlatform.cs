using System.Globalization;
using System.Net;
using System.Text.Json;
using Fraud.Collect.Html;
using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Sources.WordPress;

/// <summary>
/// Posts or comments of a WordPress site: https://HOST/wp-json/wp/v2/posts and https://HOST/wp-json/wp/v2/comments. The newest ones first, later what came since;
/// then the posts that were changed since, then which of the last hundred are still there. https://developer.wordpress.org/rest-api/reference/posts/
/// </summary>
internal sealed class WordPressPlatform : JsonPlatform
{
    private const int PageSize = 100;
    private const int MostPages = 20;
    private const string New = "new";
    private const string Edited = "edited";
    private const string Present = "present";

    public override string Name => "wordpress";

    public override string Terms => "https://HOST/ (of the site)";

    public override IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) => [Ask(track, New, WordPressMark.Parse(track.Cursor), 0)];

    protected override async Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return PlatformAnswer.Unreadable;
        }

        var (step, mark) = (request.Step.Split(' ')[0], WordPressMark.Parse(request.Step[(request.Step.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        return step == Present ? Missing(json, mark, IsComments(track) ? "comment/" : "post/") : await ReadListAsync(track, request, step, mark, page, json, cancellationToken);
    }

    private static PlatformRequest Ask(PlatformTrack track, string step, WordPressMark mark, int number)
    {
        var known = WordPressMark.Parse(track.Cursor);
        return new()
        {
            Step = $"{step} {mark}",
            Page = number,
            Url = step == Present
                ? track.With(("per_page", "100"), ("include", string.Join(',', mark.Ids)), ("_fields", "id"))
                : track.With(
                    ("per_page", "100"),
                    ("orderby", step == Edited ? "modified" : "date"),
                    ("order", track.IsFirst ? "desc" : "asc"),
                    (step == Edited ? "modified_after" : "after", WordPressMark.Before(step == Edited ? known.Edited : known.Newest)),
                    ("page", number == 0 ? "" : (number + 1).ToString(CultureInfo.InvariantCulture)),
                    ("_embed", "author,wp:featuredmedia")),
        };
    }

    // Comments of hidden posts are left out of a page, which may be short for it: only the count of pages tells the end
    private static bool HasNext(SourcePage page, JsonElement json, int number) =>
        int.TryParse(page.Header("X-WP-TotalPages"), CultureInfo.InvariantCulture, out var pages) ? number + 1 < pages : json.GetArrayLength() >= PageSize;

    private static async Task<PlatformAnswer> ReadListAsync(PlatformTrack track, PlatformRequest request, string step, WordPressMark mark, SourcePage page, JsonElement json, CancellationToken cancellationToken)
    {
        var posts = new List<Post>();
        foreach (var item in json.AsList().Where(i => !IsProtected(i)))
        {
            if (await ToPostAsync(item, page, cancellationToken) is { } post)
            {
                posts.Add(post);
            }
        }

        var known = WordPressMark.Parse(track.Cursor);
        // Before version 5.7 the wish is passed over in silence
        var ignored = step == Edited && json.AsList().Any(i => string.CompareOrdinal(i.Text("modified"), WordPressMark.Before(known.Edited)) < 0);
        mark = ignored ? mark with { Edited = WordPressMark.NoEdits } : mark.Seen(json.AsList().Select(i => (i.Text("id"), i.Text("date"), i.Text("modified"))), page.FetchedAt);
        var more = !ignored && HasNext(page, json, request.Page);
        var goOn = more && request.Page < (track.IsFirst ? track.Source.MaxDepth : MostPages);
        return new()
        {
            Posts = posts,
            Removed = [.. json.AsList().Where(IsProtected).Select(IdOf)],
            Cursor = mark.ToString(),
            HasMore = more && !goOn && !track.IsFirst,
            Next = goOn ? [Ask(track, step, mark, request.Page + 1)] : [.. Then(track, step, mark, known)],
        };
    }

    private static IEnumerable<PlatformRequest> Then(PlatformTrack track, string step, WordPressMark mark, WordPressMark known)
    {
        if (!track.IsFirst && step == New && !IsComments(track) && known.Edited is { Length: > 1 })
        {
            yield return Ask(track, Edited, mark, 0);
        }
        else if (!track.IsFirst && mark.Ids.Count > 0)
        {
            yield return Ask(track, Present, mark, 0);
        }
    }

    // An answer that knows none of them is a fault of the site rather than a hundred deletions
    private static PlatformAnswer Missing(JsonElement json, WordPressMark mark, string kind)
    {
        var present = json.AsList().Select(i => i.Text("id")).ToHashSet(StringComparer.Ordinal);
        var missing = mark.Ids.Where(i => !present.Contains(i)).ToList();
        return present.Count == 0 ? PlatformAnswer.Empty : new() { Removed = [.. missing.Select(i => kind + i)], Cursor = (mark with { Ids = [.. mark.Ids.Except(missing)] }).ToString() };
    }

    private static bool IsComments(PlatformTrack track) => track.Start.AbsolutePath.TrimEnd('/').EndsWith("/comments", StringComparison.Ordinal);

    private static bool IsComment(JsonElement item) => item.Text("author_name").Length > 0 || item.Child("post").ValueKind == JsonValueKind.Number;

    private static bool IsProtected(JsonElement item) => item.Child("content").IsTrue("protected");

    private static string IdOf(JsonElement item) => item.Text("id") is { Length: > 0 } id ? (IsComment(item) ? "comment/" : "post/") + id : "";

    private static async Task<Post?> ToPostAsync(JsonElement item, SourcePage page, CancellationToken cancellationToken)
    {
        var comment = IsComment(item);
        var title = await SafeHtml.TextOfAsync(item.Child("title").Text("rendered"), cancellationToken);
        var post = await PlatformPosts.FromHtmlAsync(page, IdOf(item), item.Child("content").Text("rendered"), title, p => p with
        {
            Url = PageLinks.Resolve(page.Url, item.Text("link")) is { } link ? comment ? $"{link}#comment-{item.Text("id")}" : link : "",
            // Names are stored escaped
            Author = WebUtility.HtmlDecode(comment ? item.Text("author_name") : item.Child("_embedded").List("author").Select(a => a.Text("name")).FirstOrDefault() ?? ""),
            PostedAt = LooseDate.Parse(item.Text("date_gmt"), page.FetchedAt, TimeSpan.Zero),
            Revision = string.CompareOrdinal(item.Text("modified_gmt"), item.Text("date_gmt")) > 0 ? item.Text("modified_gmt") : "",
            ReplyTo = !comment ? "" : item.Text("parent") is { Length: > 0 } parent and not "0" ? "comment/" + parent : "post/" + item.Text("post"),
        }, cancellationToken);
        var featured = item.Child("_embedded").List("wp:featuredmedia").Select(m => PageLinks.Resolve(page.Url, m.Text("source_url"))).OfType<string>();
        return post is null ? null : post with { Images = PageImages.Bounded(featured.Concat(post.Images)) };
    }
}
