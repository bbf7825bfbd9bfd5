using System.Text;
using System.Text.Json;
using Fraud.Collect.Html;
using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Reddit;

/// <summary>
/// A listing of Reddit's API: https://oauth.reddit.com/r/NAME/new or /search?q=WORDS&amp;sort=new, with Login (client id) and Secret (client secret) of an approved application.
/// https://www.reddit.com/dev/api
/// </summary>
internal sealed class RedditPlatform : JsonPlatform
{
    private const string Token = "token";

    public override string Name => "reddit";

    public override string Terms => "https://support.reddithelp.com/hc/articles/42728983564564";

    public override IReadOnlyList<PlatformRequest> Begin(PlatformTrack track)
    {
        var origin = track.Start.IdnHost == "oauth.reddit.com" ? "https://www.reddit.com" : track.Origin;
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{track.Source.Login}:{track.Source.Secret}"));
        var request = new PlatformRequest { Url = origin + "/api/v1/access_token", Step = Token, IsPrivate = true, Content = new("application/x-www-form-urlencoded", "grant_type=client_credentials") };
        return [request.With("Authorization", "Basic " + login)];
    }

    protected override Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken) =>
        Task.FromResult(request.Step == Token ? LogIn(track, json) : Read(track, request, page, json));

    private static PlatformAnswer LogIn(PlatformTrack track, JsonElement json) =>
        json.Text("access_token") is { Length: > 0 } token ? new() { Next = [List(track, "", 0).WithBearer(token)] } : PlatformAnswer.Unreadable;

    private static PlatformRequest List(PlatformTrack track, string after, int number) => new() { Url = track.With(("limit", "100"), ("raw_json", "1"), ("after", after)), Page = number };

    private static PlatformAnswer Read(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json)
    {
        if (json.Text("kind") != "Listing")
        {
            return PlatformAnswer.Unreadable;
        }

        var things = json.Child("data").List("children").Select(c => c.Child("data")).Where(d => d.Text("name").Length > 0).ToList();
        var names = things.Select(t => t.Text("name")).ToList();
        var after = json.Child("data").Text("after");
        var reached = track.IsFirst || names.Any(n => !OpaqueId.IsAfter(n, track.Cursor));
        var goOn = after.Length > 0 && !reached && request.Page < track.Source.MaxDepth;
        var newest = OpaqueId.Newest(names);
        return new()
        {
            Posts = [.. things.Where(t => !IsRemoved(t)).Select(t => ToPost(t, page)).OfType<Post>()],
            Removed = [.. things.Where(IsRemoved).Select(t => t.Text("name"))],
            Cursor = request.Page == 0 && newest.Length > 0 ? newest : null,
            Next = goOn ? [List(track, after, request.Page + 1) with { Headers = request.Headers }] : [],
        };
    }

    private static bool IsRemoved(JsonElement thing) => thing.Text("removed_by_category").Length > 0 || thing.Text("author") == "[deleted]" || thing.Text("selftext") is "[removed]" or "[deleted]";

    // A submission (t3) has selftext or a link, a comment (t1) has a body
    private static Post? ToPost(JsonElement thing, SourcePage page)
    {
        var link = PageLinks.Resolve(page.Url, thing.Text("url"));
        var text = string.Join('\n', new[] { thing.Text("selftext"), thing.Text("body") }.Where(t => t.Length > 0));
        return PlatformPosts.From(page, thing.Text("name"), HtmlText.Tidy(text), thing.Text("title"), p => p with
        {
            Url = PageLinks.Resolve(new("https://www.reddit.com/"), thing.Text("permalink")) ?? "",
            Author = thing.Text("author"),
            PostedAt = PlatformPosts.Date(page, thing.Text("created_utc")),
            ReplyTo = thing.Text("parent_id"),
            Links = link is null ? [] : [link],
        });
    }
}
