using System.Text.Json;
using Fraud.Collect.Html;
using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Discourse;

/// <summary>The newest posts of a Discourse forum: https://HOST/posts.json, read down to the newest one known. Login and Secret (API key) only where reading needs them. https://docs.discourse.org/</summary>
internal sealed class DiscoursePlatform : JsonPlatform
{
    public override string Name => "discourse";

    public override string Terms => "https://HOST/tos (of the forum)";

    public override IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) => [Ask(track, "", 0)];

    protected override async Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken)
    {
        if (json.Child("latest_posts").ValueKind != JsonValueKind.Array)
        {
            return PlatformAnswer.Unreadable;
        }

        var posts = new List<Post>();
        var found = json.List("latest_posts").ToList();
        foreach (var post in found.Where(p => !IsRemoved(p)))
        {
            if (await ToPostAsync(track, post, page, cancellationToken) is { } read)
            {
                posts.Add(read);
            }
        }

        var ids = found.Select(p => p.Text("id")).Where(i => i.Length > 0).ToList();
        var (newest, oldest) = (OpaqueId.Newest(ids), OpaqueId.Oldest(ids));
        var goOn = oldest.Length > 0 && !track.IsFirst && OpaqueId.IsAfter(oldest, track.Cursor) && request.Page < track.Source.MaxDepth;
        return new()
        {
            Posts = posts,
            Removed = [.. found.Where(IsRemoved).Select(p => p.Text("id"))],
            Cursor = request.Page == 0 && newest.Length > 0 ? newest : null,
            Next = goOn ? [Ask(track, oldest, request.Page + 1)] : [],
        };
    }

    private static PlatformRequest Ask(PlatformTrack track, string before, int number) =>
        new PlatformRequest { Url = track.With(("before", before)), Page = number }
            .With("Accept", "application/json").With("Api-Key", track.Source.Secret).With("Api-Username", track.Source.Secret.Length > 0 ? track.Source.Login : "");

    private static bool IsRemoved(JsonElement post) => post.Text("deleted_at").Length > 0 || post.IsTrue("user_deleted") || post.IsTrue("hidden");

    private static Task<Post?> ToPostAsync(PlatformTrack track, JsonElement post, SourcePage page, CancellationToken cancellationToken)
    {
        var first = post.Text("post_number") == "1";
        return PlatformPosts.FromHtmlAsync(page, post.Text("id"), post.Text("cooked"), first ? post.Text("topic_title") : "", p => p with
        {
            Url = PageLinks.Resolve(new(track.Origin), $"/t/{post.Text("topic_slug")}/{post.Text("topic_id")}/{post.Text("post_number")}") ?? "",
            Author = post.Text("username"),
            // The post answered is told by its number within the topic
            ReplyTo = first ? "" : PageLinks.Resolve(new(track.Origin), $"/t/{post.Text("topic_slug")}/{post.Text("topic_id")}/{(post.Text("reply_to_post_number") is { Length: > 0 } number ? number : "1")}") ?? "",
            Revision = post.Text("version") is "" or "1" ? "" : post.Text("updated_at"),
            PostedAt = LooseDate.Parse(post.Text("created_at"), page.FetchedAt, TimeSpan.Zero),
        }, cancellationToken);
    }
}
