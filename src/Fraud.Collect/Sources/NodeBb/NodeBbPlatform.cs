using System.Globalization;
using System.Text.Json;
using Fraud.Collect.Html;
using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Sources.NodeBb;

/// <summary>
/// The topics of a NodeBB forum that moved: https://HOST/api/recent (or /api/category/N); each is read from its last page back to the newest post known.
/// A change or a deletion is noticed when something is posted to its topic. https://docs.nodebb.org/api/read/
/// </summary>
internal sealed class NodeBbPlatform : JsonPlatform
{
    private const string Topic = "topic";

    public override string Name => "nodebb";

    public override string Terms => "https://HOST/ (of the forum)";

    public override IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) => [new PlatformRequest { Url = track.Start.AbsoluteUri }.WithBearer(track.Source.Secret)];

    protected override Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken) =>
        request.Step == Topic ? ReadTopicAsync(track, request, page, json, cancellationToken) : Task.FromResult(ReadList(track, request, json));

    private static PlatformAnswer ReadList(PlatformTrack track, PlatformRequest request, JsonElement json)
    {
        if (json.Child("topics").ValueKind != JsonValueKind.Array)
        {
            return PlatformAnswer.Unreadable;
        }

        var moved = json.List("topics").Where(t => t.Text("tid").Length > 0 && !IsDeleted(t) && string.CompareOrdinal(t.Text("lastposttimeISO"), track.Cursor) > 0).ToList();
        var newest = moved.Select(t => t.Text("lastposttimeISO")).Max(StringComparer.Ordinal);
        // A page of nothing but moved topics is not the end of them
        var older = moved.Count > 0 && moved.Count == json.Child("topics").GetArrayLength() && request.Page < track.Source.MaxDepth && HasNext(json);
        return new()
        {
            Next =
            [
                .. moved.Select(t => Read(track, t.Text("tid"), 1, 0)),
                .. older ? new[] { new PlatformRequest { Url = track.With(("page", (request.Page + 2).ToString(CultureInfo.InvariantCulture))), Page = request.Page + 1 }.WithBearer(track.Source.Secret) } : [],
            ],
            Cursor = request.Page == 0 ? newest : null,
        };
    }

    private static PlatformRequest Read(PlatformTrack track, string topic, int number, int read) =>
        new PlatformRequest { Url = string.Create(CultureInfo.InvariantCulture, $"{Root(track)}/api/topic/{topic}?page={number}"), Step = Topic, Page = read }.WithBearer(track.Source.Secret);

    // The forum may stand in a folder
    private static string Root(PlatformTrack track) => track.Origin + track.Start.AbsolutePath[..Math.Max(track.Start.AbsolutePath.IndexOf("/api/", StringComparison.Ordinal), 0)];

    private static async Task<PlatformAnswer> ReadTopicAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken)
    {
        if (json.Child("posts").ValueKind != JsonValueKind.Array)
        {
            return PlatformAnswer.Unreadable;
        }

        var posts = new List<Post>();
        foreach (var post in json.List("posts").Where(p => !IsDeleted(p)))
        {
            if (await ToPostAsync(track, json, post, page, cancellationToken) is { } read)
            {
                posts.Add(read);
            }
        }

        var (current, pages) = (Number(json.Child("pagination"), "currentPage"), Number(json.Child("pagination"), "pageCount"));
        var oldest = json.List("posts").Select(p => p.Text("timestampISO")).Where(t => t.Length > 0).Min(StringComparer.Ordinal) ?? "";
        // From the first page to the last, then back
        var next = current <= 1 ? request.Page == 0 && pages > 1 ? pages : 0 : current > 2 && string.CompareOrdinal(oldest, track.Cursor) > 0 ? current - 1 : 0;
        return new()
        {
            Posts = posts,
            Removed = [.. json.List("posts").Where(IsDeleted).Select(p => p.Text("pid")).Where(p => p.Length > 0)],
            Next = next > 0 && request.Page < track.Source.MaxPages ? [Read(track, json.Text("tid"), next, request.Page + 1)] : [],
        };
    }

    private static Task<Post?> ToPostAsync(PlatformTrack track, JsonElement topic, JsonElement post, SourcePage page, CancellationToken cancellationToken)
    {
        var first = post.Text("pid") == topic.Text("mainPid") || post.Text("index") == "0";
        return PlatformPosts.FromHtmlAsync(page, post.Text("pid"), post.Text("content"), first ? System.Net.WebUtility.HtmlDecode(topic.Text("title")) : "", p => p with
        {
            Url = $"{Root(track)}/post/{Uri.EscapeDataString(post.Text("pid"))}",
            Author = System.Net.WebUtility.HtmlDecode(post.Child("user").Text("username")),
            ReplyTo = post.Text("toPid") is { Length: > 0 } answered and not "0" ? answered : first ? "" : topic.Text("mainPid"),
            Revision = post.Text("editedISO"),
            PostedAt = LooseDate.Parse(post.Text("timestampISO"), page.FetchedAt, TimeSpan.Zero),
        }, cancellationToken);
    }

    // Written as true, 1 or "1" by different versions
    private static bool IsDeleted(JsonElement item) => item.IsTrue("deleted") || item.Text("deleted") == "1";

    private static bool HasNext(JsonElement json) => json.Child("pagination").Child("next").IsTrue("active");

    private static int Number(JsonElement json, string name) => int.TryParse(json.Text(name), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
