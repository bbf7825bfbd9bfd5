namespace Fraud.Collect.Tests.Platforms;

public class V2exTests : PlatformTestBase
{
    private const string Latest = "/api/topics/latest.json";

    [Fact]
    public async Task Topics_and_the_replies_to_those_that_moved_become_posts()
    {
        Json(Latest, "[" + Topic(5, replies: 1, touched: 1793433600) + "," + Topic(4, replies: 0, touched: 1793433500) + "]");
        Json("/api/replies/show.json?topic_id=5", """[{"id":71,"content":"带我一个","content_rendered":"带我一个<br>谢谢","created":1793433590,"member":{"username":"小李"}}]""");
        await RunAsync("v2ex", Latest);

        Assert.Equal([("t/5", "转让词元 5", "老王"), ("t/4", "转让词元 4", "老王"), ("r/71", "带我一个\n谢谢", "小李")], Stored);
        Assert.Equal(("https://www.v2ex.com/t/5#r_71", "1793433600"), (Store.Posts[2].Url, State.Cursor));

        await RunAsync("v2ex", Latest);
        Assert.Equal([Latest], Site.Requests);
    }

    [Fact]
    public async Task Version_2_is_asked_with_its_token()
    {
        Source.Secret = "pat";
        Json("/api/v2/nodes/share/topics", $$"""{"success":true,"message":"ok","result":[{{Topic(5, 1, 1793433600)}}]}""");
        Json("/api/v2/topics/5/replies?p=1", """{"success":true,"result":[{"id":72,"content":"好","created":1793433590,"member":{"username":"甲"}}]}""");
        await RunAsync("v2ex", "/api/v2/nodes/share/topics");

        Assert.Equal(["t/5", "r/72"], Store.Posts.Select(p => p.NativeId));
        Assert.Equal("Bearer pat", Site.LastHeaders.Authorization);
    }

    [Fact]
    public async Task A_spent_hour_is_waited_for()
    {
        Json(Latest, """{"status":"error","message":"Rate Limit Exceeded"}""", 403, ("X-Rate-Limit-Limit", "120"), ("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", "1200"));
        await RunAsync("v2ex", Latest);

        Assert.Equal(Clock.GetUtcNow().AddMinutes(20), State.DueAt);
    }

    private static string Topic(int id, int replies, long touched) => $$$"""
        {"id":{{{id}}},"title":"词元","url":"https://www.v2ex.com/t/{{{id}}}","content":"转让词元 {{{id}}}","content_rendered":"<p>转让词元 {{{id}}}</p>","replies":{{{replies}}},"member":{"id":1,"username":"老王"},"node":{"name":"share"},"created":1793433000,"last_modified":1793433000,"last_touched":{{{touched}}}}
        """;
}
