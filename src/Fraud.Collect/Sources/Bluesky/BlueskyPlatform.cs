using System.Text.Json;
using System.Text.Json.Nodes;
using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Bluesky;

/// <summary>
/// A search on Bluesky: https://HOST/xrpc/app.bsky.feed.searchPosts?q=WORDS, with Login (handle) and Secret (app password). Meant for a reviewer's own searches; for everything, listen to "bluesky-stream".
/// https://docs.bsky.app/docs/api/app-bsky-feed-search-posts
/// </summary>
internal sealed class BlueskyPlatform : JsonPlatform
{
    private const string Session = "session";

    public override string Name => "bluesky";

    public override string Terms => "https://docs.bsky.app/docs/support/developer-guidelines";

    public override IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) => track.Source.Secret.Length == 0 ? [Search(track, "", 0, "")] :
    [
        new()
        {
            Url = track.Origin + "/xrpc/com.atproto.server.createSession",
            Step = Session,
            IsPrivate = true,
            Content = new("application/json", new JsonObject { ["identifier"] = track.Source.Login, ["password"] = track.Source.Secret }.ToJsonString()),
        },
    ];

    protected override Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken) =>
        Task.FromResult(request.Step == Session ? LogIn(track, json) : Read(track, request, page, json));

    private static PlatformAnswer LogIn(PlatformTrack track, JsonElement json) =>
        json.Text("accessJwt") is { Length: > 0 } token ? new() { Next = [Search(track, "", 0, "").WithBearer(token)] } : PlatformAnswer.Unreadable;

    private static PlatformRequest Search(PlatformTrack track, string cursor, int number, string authorization) =>
        new PlatformRequest { Url = track.With(("limit", "100"), ("sort", "latest"), ("since", track.Cursor), ("cursor", cursor)), Page = number }.With("Authorization", authorization);

    private static PlatformAnswer Read(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json)
    {
        if (json.Child("posts").ValueKind != JsonValueKind.Array)
        {
            return PlatformAnswer.Unreadable;
        }

        var views = json.List("posts").ToList();
        var times = views.Select(v => v.Text("indexedAt")).Where(t => t.Length > 0).Order(StringComparer.Ordinal).ToList();
        var older = json.Text("cursor");
        // "since" bounds the list itself; the first time only the newest page is read
        var goOn = older.Length > 0 && views.Count > 0 && !track.IsFirst && request.Page < track.Source.MaxDepth;
        return new()
        {
            Posts = [.. views.Select(v => ToPost(v, page)).OfType<Post>()],
            Cursor = request.Page == 0 && times.Count > 0 ? times[^1] : null,
            Next = goOn ? [Search(track, older, request.Page + 1, request.Headers.GetValueOrDefault("Authorization", ""))] : [],
        };
    }

    private static Post? ToPost(JsonElement view, SourcePage page)
    {
        var uri = view.Text("uri");
        var author = view.Child("author");
        return BlueskyRecord.ToPost(view.Child("record"), uri, author.Text("handle") is { Length: > 0 } handle ? handle : author.Text("did"), page.Source, page.FetchedAt);
    }
}
