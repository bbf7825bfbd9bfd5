namespace Fraud.Collect.Tests.Sources;

public class MastodonParserTests : ParserTestBase
{
    [Fact]
    public async Task Statuses_become_posts_with_links_spelled_out()
    {
        var parsed = await ReadAsync("mastodon", """
            [{"id":"113","uri":"https://m.example/users/a/statuses/113","url":"https://m.example/@a/113","created_at":"2026-10-31T08:00:00.000Z","language":"zh","spoiler_text":"",
              "account":{"acct":"a@m.example","username":"a"},
              "content":"<p>囤<a href=\"https://m.example/tags/ai\" class=\"mention hashtag\">#<span>ai</span></a><br />看 <a href=\"https://x.example/page/rest\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">x.example/page</span><span class=\"invisible\">/rest</span></a></p><p>完</p>"},
             {"id":"114","uri":"u114","content":"","account":{"acct":"b"},"reblog":{"id":"9","uri":"u9","content":"<p>original</p>","account":{"acct":"c"}}}]
            """, contentType: "application/json", headers: "Link: <https://m.example/api/v1/timelines/tag/ai?max_id=113>; rel=\"next\", <https://m.example/api?min_id=114>; rel=\"prev\"");

        var post = parsed.Posts[0];
        Assert.Equal("囤#ai\n看 https://x.example/page/rest\n完", post.Text);
        Assert.Equal(("https://m.example/users/a/statuses/113", "https://m.example/@a/113", "a@m.example", "zh"), (post.NativeId, post.Url, post.Author, post.Language));
        Assert.Equal(("u9", "original", "c"), (parsed.Posts[1].NativeId, parsed.Posts[1].Text, parsed.Posts[1].Author));
        Assert.Equal(["https://m.example/api/v1/timelines/tag/ai?max_id=113"], parsed.Next);
    }

    [Theory]
    [InlineData("{\"error\":\"The access token is invalid\"}")]
    [InlineData("[]")]
    [InlineData("[null, 1, \"x\", {}, {\"id\":{}}, {\"id\":\"1\",\"content\":[5],\"account\":[]}]")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task Anything_else_yields_nothing(string body) => Assert.Empty((await ReadAsync("mastodon", body)).Posts);
}
