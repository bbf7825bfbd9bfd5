namespace Fraud.Collect.Tests.Platforms;

public class MastodonTests : PlatformTestBase
{
    private const string Timeline = "/api/v1/timelines/tag/ai";

    [Fact]
    public async Task Statuses_become_posts_with_links_spelled_out()
    {
        Json(Timeline + "?limit=40", """
            [{"id":"113","uri":"https://m.example/users/a/statuses/113","url":"https://m.example/@a/113","created_at":"2026-10-31T08:00:00.000Z","language":"zh","spoiler_text":"",
              "account":{"acct":"a@m.example","username":"a"},
              "content":"<p>囤<a href=\"https://m.example/tags/ai\" class=\"mention hashtag\">#<span>ai</span></a><br />看 <a href=\"https://x.example/page/rest\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">x.example/page</span><span class=\"invisible\">/rest</span></a></p><p>完</p>"},
             {"id":"114","uri":"u114","content":"","account":{"acct":"b"},"reblog":{"id":"9","uri":"u9","content":"<p>original</p>","account":{"acct":"c"}}}]
            """);

        await RunAsync("mastodon", Timeline);

        Assert.Equal([("113", "囤#ai\n看 https://x.example/page/rest\n完", "a@m.example"), ("9", "original", "c")], Stored);
        Assert.Equal(("https://m.example/@a/113", "zh", "114"), (Store.Posts[0].Url, Store.Posts[0].Language, State.Cursor));
    }

    [Fact]
    public async Task A_later_run_reads_upwards_from_the_newest_one_known_until_there_is_no_more()
    {
        Source.Secret = "t0ken";
        Json(Timeline + "?limit=40", "[" + Status("99") + "]");
        Json(Timeline + "?limit=40&min_id=99", "[" + string.Join(',', Enumerable.Range(100, 40).Reverse().Select(i => Status($"{i}"))) + "]");
        Json(Timeline + "?limit=40&min_id=139", "[" + Status("140") + "]");
        await RunAsync("mastodon", Timeline);
        await RunAsync("mastodon", Timeline);

        Assert.Equal((42, "140"), (Store.Posts.Count, State.Cursor));
        Assert.Equal("Bearer t0ken", Site.LastHeaders.Authorization);
    }

    [Theory]
    [InlineData("""{"error":"The access token is invalid"}""", 401, "forbidden")]
    [InlineData("""{"error":"Record not found"}""", 404, "gone")]
    [InlineData("""{"error":"odd"}""", 200, "unreadable")]
    [InlineData("<html>", 200, "unreadable")]
    public async Task An_error_is_told_and_the_place_kept(string body, int status, string outcome)
    {
        Json(Timeline + "?limit=40", body, status);
        await RunAsync("mastodon", Timeline);

        Assert.Equal((outcome, ""), (Store.Visits.Single().Outcome, State.Cursor));
    }

    private static string Status(string id) => $$$"""{"id":"{{{id}}}","content":"<p>words {{{id}}}</p>","account":{"acct":"a"},"created_at":"2026-10-31T08:00:00.000Z"}""";
}
