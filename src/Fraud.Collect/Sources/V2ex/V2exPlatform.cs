using System.Globalization;
using System.Text.Json;
using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Sources.V2ex;

/// <summary>
/// The newest topics of V2EX and the replies to those that moved: https://www.v2ex.com/api/topics/latest.json, or with a token in Secret https://www.v2ex.com/api/v2/nodes/NAME/topics.
/// https://www.v2ex.com/help/api
/// </summary>
internal sealed class V2exPlatform : JsonPlatform
{
    private const string Replies = "replies";
    private static readonly string[] Touches = ["last_touched", "last_modified", "created"];

    public override string Name => "v2ex";

    public override string Terms => "https://www.v2ex.com/about";

    public override IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) => [new PlatformRequest { Url = track.Start.AbsoluteUri }.WithBearer(track.Source.Secret)];

    protected override async Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken)
    {
        // Version 2 wraps what version 1 gives bare
        var list = json.ValueKind == JsonValueKind.Object ? json.Child("result") : json;
        if (list.ValueKind != JsonValueKind.Array)
        {
            return PlatformAnswer.Unreadable;
        }

        return request.Step.StartsWith(Replies, StringComparison.Ordinal)
            ? new() { Posts = await PostsAsync(list, page, r => ReplyAsync(request.Step[(Replies.Length + 1)..], r, page, cancellationToken)) }
            : await TopicsAsync(track, list, page, cancellationToken);
    }

    private static async Task<PlatformAnswer> TopicsAsync(PlatformTrack track, JsonElement list, SourcePage page, CancellationToken cancellationToken)
    {
        var last = long.TryParse(track.Cursor, CultureInfo.InvariantCulture, out var known) ? known : 0;
        var moved = list.AsList().Where(t => TouchedAt(t) > last).OrderByDescending(TouchedAt).ToList();
        var talkedAbout = moved.Where(t => int.TryParse(t.Text("replies"), CultureInfo.InvariantCulture, out var replies) && replies > 0);
        return new()
        {
            Posts = await PostsAsync(list, page, t => TopicAsync(t, page, cancellationToken)),
            Next = [.. talkedAbout.Take(track.Source.MaxPages).Select(t => AskReplies(track, t.Text("id")))],
            Cursor = moved.Count > 0 ? TouchedAt(moved[0]).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    private static PlatformRequest AskReplies(PlatformTrack track, string topic) => new PlatformRequest
    {
        Url = track.Start.AbsolutePath.Contains("/v2/", StringComparison.Ordinal) ? $"{track.Origin}/api/v2/topics/{topic}/replies?p=1" : $"{track.Origin}/api/replies/show.json?topic_id={topic}",
        Step = $"{Replies} {topic}",
    }.WithBearer(track.Source.Secret);

    private static long TouchedAt(JsonElement topic) =>
        Touches.Select(n => long.TryParse(topic.Text(n), CultureInfo.InvariantCulture, out var at) ? at : 0).Max();

    private static async Task<List<Post>> PostsAsync(JsonElement list, SourcePage page, Func<JsonElement, Task<Post?>> read)
    {
        var posts = new List<Post>();
        foreach (var item in list.AsList())
        {
            if (await read(item) is { } post)
            {
                posts.Add(post with { Author = item.Child("member").Text("username"), PostedAt = PlatformPosts.Date(page, item.Text("created")) });
            }
        }

        return posts;
    }

    private static Task<Post?> TopicAsync(JsonElement topic, SourcePage page, CancellationToken cancellationToken) =>
        PlatformPosts.FromHtmlAsync(page, Prefixed("t", topic.Text("id")), Html(topic), topic.Text("title"), p => p with { Url = topic.Text("url") is { Length: > 0 } url ? url : "https://www.v2ex.com/t/" + topic.Text("id") }, cancellationToken);

    private static Task<Post?> ReplyAsync(string topic, JsonElement reply, SourcePage page, CancellationToken cancellationToken) =>
        PlatformPosts.FromHtmlAsync(page, Prefixed("r", reply.Text("id")), Html(reply), "", p => p with { Url = $"https://www.v2ex.com/t/{topic}#r_{reply.Text("id")}", ReplyTo = Prefixed("t", topic) }, cancellationToken);

    private static string Prefixed(string kind, string id) => id.Length == 0 ? "" : $"{kind}/{id}";

    private static string Html(JsonElement item) => item.Text("content_rendered") is { Length: > 0 } html ? html : System.Net.WebUtility.HtmlEncode(item.Text("content")).Replace("\n", "<br>", StringComparison.Ordinal);
}
