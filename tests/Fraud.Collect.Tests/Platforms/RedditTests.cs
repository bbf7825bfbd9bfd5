namespace Fraud.Collect.Tests.Platforms;

public class RedditTests : PlatformTestBase
{
    private const string New = "/r/tokens/new";
    private const string First = New + "?limit=100&raw_json=1";

    public RedditTests() => (Source.Login, Source.Secret) = ("client", "secret");

    [Fact]
    public async Task A_listing_is_read_with_a_token_and_removed_posts_are_withdrawn()
    {
        LogIn();
        Json(First, Listing("", Thing("t3_a1", "Cheap tokens", "Buy <b>now</b>"), Thing("t3_a0", "x", "[removed]")));
        await RunAsync("reddit", New);

        Assert.Equal("Bearer tok", Site.LastHeaders.Authorization);
        var post = Assert.Single(Store.Posts);
        Assert.Equal(("t3_a1", "Cheap tokens", "Buy <b>now</b>", "https://www.reddit.com/r/tokens/comments/a1/x/"), (post.NativeId, post.Title, post.Text, post.Url));
        Assert.Equal(["t3_a0"], States.Withdrawn);
    }

    [Fact]
    public async Task A_later_run_pages_down_to_what_is_known()
    {
        LogIn();
        Json(First, Listing("t3_a1", Thing("t3_a1", "one", "1")));
        await RunAsync("reddit", New);
        Json(First, Listing("t3_b1", Thing("t3_b1", "three", "3")));
        Json(First + "&after=t3_b1", Listing("t3_a1", Thing("t3_a9", "two", "2"), Thing("t3_a1", "one", "1")));
        await RunAsync("reddit", New);

        Assert.Equal((3, "t3_b1"), (Store.Posts.Count, State.Cursor));
        Assert.Equal(3, Site.Requests.Count);
    }

    [Fact]
    public async Task A_refused_login_is_told_and_nothing_else_is_asked()
    {
        Json("/api/v1/access_token", """{"message":"Unauthorized","error":401}""", 401);
        await RunAsync("reddit", New);

        Assert.Equal(("forbidden", 1), (Store.Visits.Single().Outcome, Site.Requests.Count));
    }

    [Fact]
    public async Task A_spent_quota_is_waited_for()
    {
        Json("/api/v1/access_token", "{}", 429, ("X-Ratelimit-Remaining", "0.0"), ("X-Ratelimit-Reset", "600"));
        await RunAsync("reddit", New);

        Assert.Equal(Clock.GetUtcNow().AddMinutes(10), State.DueAt);
    }

    private void LogIn() => Json("/api/v1/access_token", """{"access_token":"tok","token_type":"bearer","expires_in":86400,"scope":"*"}""");

    private static string Listing(string after, params string[] things) =>
        $$$"""{"kind":"Listing","data":{"after":{{{(after.Length > 0 ? Quote(after) : "null")}}},"before":null,"dist":25,"children":[{{{string.Join(',', things)}}}]}}""";

    private static string Thing(string name, string title, string text) => $$$"""
        {"kind":"t3","data":{"id":"{{{name[3..]}}}","name":"{{{name}}}","subreddit":"tokens","author":"u1","title":{{{Quote(title)}}},"selftext":{{{Quote(text)}}},"url":"https://x.example/","permalink":"/r/tokens/comments/{{{name[3..]}}}/x/","created_utc":1793433600.0,"removed_by_category":null}}
        """;
}
