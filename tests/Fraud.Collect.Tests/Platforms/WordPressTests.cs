namespace Fraud.Collect.Tests.Platforms;

public class WordPressTests : PlatformTestBase
{
    private const string Posts = "/wp-json/wp/v2/posts";

    [Fact]
    public async Task Posts_are_read_newest_first_once_then_oldest_first_from_the_newest_known()
    {
        Json(Posts + "?per_page=100&orderby=date&order=desc&_embed=author", "[" + Post(7, "2026-10-31T16:00:00") + "]");
        await RunAsync("wordpress", Posts);
        Json(Posts + "?per_page=100&orderby=date&order=asc&after=2026-10-31T15%3A59%3A59&_embed=author", "[" + Post(7, "2026-10-31T16:00:00") + "," + Post(8, "2026-10-31T17:00:00") + "]");
        await RunAsync("wordpress", Posts);

        Assert.Equal([("post/7", "内部渠道 7", "老王"), ("post/8", "内部渠道 8", "老王")], Stored);
        Assert.Equal(("词元 & 囤货", "2026-10-31T17:00:00"), (Store.Posts[0].Title, State.Cursor));
        Assert.Equal(new DateTimeOffset(2026, 10, 31, 8, 0, 0, TimeSpan.Zero), Store.Posts[0].PostedAt);
    }

    [Fact]
    public async Task Comments_are_posts_of_their_authors()
    {
        Json("/wp-json/wp/v2/comments?per_page=100&orderby=date&order=desc&_embed=author", """
            [{"id":3,"post":7,"parent":0,"author":0,"author_name":"小李","date":"2026-10-31T16:00:00","date_gmt":"2026-10-31T08:00:00","content":{"rendered":"<p>加我微信</p>"},"link":"https://w.example/?p=7#comment-3","status":"approved"}]
            """);
        await RunAsync("wordpress", "/wp-json/wp/v2/comments");

        Assert.Equal([("comment/3", "加我微信", "小李")], Stored);
        Assert.Equal("https://w.example/?p=7#comment-3", Store.Posts[0].Url);
    }

    [Fact]
    public async Task A_site_without_the_api_is_told()
    {
        Json(Posts + "?per_page=100&orderby=date&order=desc&_embed=author", """{"code":"rest_no_route","message":"No route","data":{"status":404}}""", 404);
        await RunAsync("wordpress", Posts);

        Assert.Equal("gone", Store.Visits.Single().Outcome);
    }

    private static string Post(int id, string date) => $$$"""
        {"id":{{{id}}},"date":"{{{date}}}","date_gmt":"2026-10-31T08:00:00","slug":"s","status":"publish","type":"post","link":"https://w.example/?p={{{id}}}","title":{"rendered":"词元 &#038; 囤货"},"content":{"rendered":"<p>内部渠道 {{{id}}}</p>\n","protected":false},"author":1,"_embedded":{"author":[{"id":1,"name":"老王"}]}}
        """;
}
