using Microsoft.AspNetCore.Http;

namespace Fraud.Collect.Tests.Platforms;

public class BlueskyTests : PlatformTestBase
{
    private const string Search = "/xrpc/app.bsky.feed.searchPosts?q=token";
    private const string First = Search + "&limit=100&sort=latest";

    [Fact]
    public async Task A_search_logs_in_first_and_reads_the_newest_page()
    {
        (Source.Login, Source.Secret) = ("ops.example", "app-pass");
        var login = "";
        Site.On("/xrpc/com.atproto.server.createSession", async c =>
        {
            login = await new StreamReader(c.Request.Body).ReadToEndAsync(Token);
            c.Response.ContentType = "application/json";
            await c.Response.WriteAsync("""{"accessJwt":"jwt","refreshJwt":"r","handle":"ops.example","did":"did:plc:1"}""", Token);
        });
        Json(First, Page("older", View("k1", "囤词元", "2026-10-31T08:00:00.000Z")));

        await RunAsync("bluesky", Search);

        Assert.Equal("""{"identifier":"ops.example","password":"app-pass"}""", login);
        Assert.Equal("Bearer jwt", Site.LastHeaders.Authorization);
        var post = Assert.Single(Store.Posts);
        Assert.Equal(("at://did:plc:9/app.bsky.feed.post/k1", "https://bsky.app/profile/w.bsky.social/post/k1", "w.bsky.social", "zh"), (post.NativeId, post.Url, post.Author, post.Language));
        Assert.Equal(["https://x.example/a", "https://y.example/"], post.Links);
    }

    [Fact]
    public async Task A_later_run_reads_older_pages_down_to_the_newest_known()
    {
        Json(First, Page("c", View("k1", "one", "2026-10-31T08:00:00.000Z")));
        var since = "&since=2026-10-31T08%3A00%3A00.000Z";
        Json(First + since, Page("c2", View("k3", "three", "2026-10-31T10:00:00.000Z")));
        Json(First + since + "&cursor=c2", Page("", View("k2", "two", "2026-10-31T09:00:00.000Z")));
        await RunAsync("bluesky", Search);
        await RunAsync("bluesky", Search);

        Assert.Equal(["one", "three", "two"], Store.Posts.Select(p => p.Text));
        Assert.Equal("2026-10-31T10:00:00.000Z", State.Cursor);
    }

    [Theory]
    [InlineData("""{"error":"BadQueryString","message":"x"}""", 400, "failed")]
    [InlineData("<html>403 Forbidden</html>", 403, "forbidden")]
    public async Task A_refusal_is_told(string body, int status, string outcome)
    {
        Json(First, body, status);
        await RunAsync("bluesky", Search);

        Assert.Equal(outcome, Store.Visits.Single().Outcome);
    }

    private static string Page(string cursor, string view) => $$"""{{{(cursor.Length > 0 ? $"\"cursor\":\"{cursor}\"," : "")}}"posts":[{{view}}]}""";

    private static string View(string key, string text, string at) => $$$"""
        {"uri":"at://did:plc:9/app.bsky.feed.post/{{{key}}}","cid":"c","author":{"did":"did:plc:9","handle":"w.bsky.social"},"indexedAt":"{{{at}}}",
         "record":{"$type":"app.bsky.feed.post","text":{{{Quote(text)}}},"langs":["zh"],"createdAt":"{{{at}}}","facets":[{"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://x.example/a"}]}],
         "embed":{"$type":"app.bsky.embed.external","external":{"uri":"https://y.example","title":"t"} } } }
        """;
}
