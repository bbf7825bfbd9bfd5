namespace Fraud.Collect.Tests.Platforms;

public class WordPressTests : PlatformTestBase
{
    private const string Posts = "/wp-json/wp/v2/posts";

    private const string First = "?per_page=100&orderby=date&order=desc";
    private const string Embed = "&_embed=author%2Cwp%3Afeaturedmedia";

    [Fact]
    public async Task Posts_are_read_newest_first_once_then_oldest_first_from_the_newest_known()
    {
        Json(Posts + First + Embed, "[" + Post(7, "2026-10-31T16:00:00") + "]");
        await RunAsync("wordpress", Posts);
        Json(Posts + Later("15%3A59%3A59"), "[" + Post(7, "2026-10-31T16:00:00") + "," + Post(8, "2026-10-31T17:00:00") + "]");
        await RunAsync("wordpress", Posts);

        Assert.Equal([("post/7", "内部渠道 7", "老王 & 伙伴"), ("post/8", "内部渠道 8", "老王 & 伙伴")], Stored);
        Assert.Equal(("词元 & 囤货", "https://w.example/f.jpg"), (Store.Posts[0].Title, Store.Posts[0].Images.Single()));
        Assert.Equal(new DateTimeOffset(2026, 10, 31, 8, 0, 0, TimeSpan.Zero), Store.Posts[0].PostedAt);
    }

    [Fact]
    public async Task Every_page_the_site_counts_is_read_however_few_of_it_may_be_seen()
    {
        Json(Posts + First + Embed, "[]", 200, ("X-WP-TotalPages", "2"));
        Json(Posts + First + "&page=2" + Embed, "[" + Post(7, "2026-10-31T16:00:00") + "]", 200, ("X-WP-TotalPages", "2"));
        await RunAsync("wordpress", Posts);

        Assert.Equal("post/7", Assert.Single(Stored).Id);
        Assert.Equal("2026-10-31T16:00:00|2026-10-31T16:00:00|7", State.Cursor);
    }

    [Fact]
    public async Task A_changed_post_is_a_post_of_its_own_once()
    {
        await KnowAsync(Post(7, "2026-10-31T16:00:00"));
        Json(Posts + Later("15%3A59%3A59"), "[]");
        Json(Posts + Changed("15%3A59%3A59"), "[" + Post(7, "2026-10-31T16:00:00", "2026-10-31T18:00:00", "加我微信") + "]");
        await RunAsync("wordpress", Posts);
        Json(Posts + Changed("17%3A59%3A59"), "[" + Post(7, "2026-10-31T16:00:00", "2026-10-31T18:00:00", "加我微信") + "]");
        await RunAsync("wordpress", Posts);

        Assert.Equal([("post/7", ""), ("post/7", "2026-10-31T18:00:00")], Store.Posts.Select(p => (p.NativeId, p.Revision)));
    }

    [Fact]
    public async Task A_site_that_does_not_tell_changes_is_not_asked_for_them_again()
    {
        await KnowAsync(Post(7, "2026-10-31T16:00:00"));
        Json(Posts + Later("15%3A59%3A59"), "[]");
        Json(Posts + Changed("15%3A59%3A59"), "[" + Post(1, "2020-10-31T16:00:00") + "]", 200, ("X-WP-TotalPages", "9"));
        await RunAsync("wordpress", Posts);
        await RunAsync("wordpress", Posts);

        Assert.DoesNotContain(Site.Requests, r => r.Contains("modified_after", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_that_is_not_there_any_more_is_withdrawn()
    {
        await KnowAsync(Post(7, "2026-10-31T16:00:00") + "," + Post(8, "2026-10-31T16:00:01"));
        Json(Posts + Later("16%3A00%3A00"), "[]");
        Json(Posts + Changed("16%3A00%3A00"), "[]");
        Json(Posts + "?per_page=100&include=7%2C8&_fields=id", """[{"id":8}]""");
        await RunAsync("wordpress", Posts);

        Assert.Equal(["post/7"], States.Withdrawn);
    }

    [Fact]
    public async Task A_site_that_forgot_all_of_them_is_not_believed()
    {
        await KnowAsync(Post(7, "2026-10-31T16:00:00"));
        Json(Posts + Later("15%3A59%3A59"), "[]");
        Json(Posts + Changed("15%3A59%3A59"), "[]");
        Json(Posts + "?per_page=100&include=7&_fields=id", "[]");
        await RunAsync("wordpress", Posts);

        Assert.Empty(States.Withdrawn);
    }

    [Fact]
    public async Task A_protected_post_is_not_stored()
    {
        Json(Posts + First + Embed, "[" + Post(7, "2026-10-31T16:00:00").Replace("\"protected\":false", "\"protected\":true", StringComparison.Ordinal) + "]");
        await RunAsync("wordpress", Posts);

        Assert.Empty(Store.Posts);
    }

    [Fact]
    public async Task Comments_are_posts_of_their_authors()
    {
        Json("/wp-json/wp/v2/comments?per_page=100&orderby=date&order=desc&_embed=author%2Cwp%3Afeaturedmedia", """
            [{"id":3,"post":7,"parent":0,"author":0,"author_name":"小李","date":"2026-10-31T16:00:00","date_gmt":"2026-10-31T08:00:00","content":{"rendered":"<p>加我微信</p>"},"link":"https://w.example/?p=7#comment-3","status":"approved"}]
            """);
        await RunAsync("wordpress", "/wp-json/wp/v2/comments");

        Assert.Equal([("comment/3", "加我微信", "小李")], Stored);
        Assert.Equal("https://w.example/?p=7#comment-3", Store.Posts[0].Url);
    }

    [Fact]
    public async Task A_site_without_the_api_is_told()
    {
        Json(Posts + "?per_page=100&orderby=date&order=desc&_embed=author%2Cwp%3Afeaturedmedia", """{"code":"rest_no_route","message":"No route","data":{"status":404}}""", 404);
        await RunAsync("wordpress", Posts);

        Assert.Equal("gone", Store.Visits.Single().Outcome);
    }

    private static string Later(string after) => $"?per_page=100&orderby=date&order=asc&after=2026-10-31T{after}{Embed}";

    private static string Changed(string after) => $"?per_page=100&orderby=modified&order=asc&modified_after=2026-10-31T{after}{Embed}";

    private async Task KnowAsync(string posts)
    {
        Json(Posts + First + Embed, "[" + posts + "]");
        await RunAsync("wordpress", Posts);
    }

    private static string Post(int id, string date, string? modified = null, string? words = null) => $$$"""
        {"id":{{{id}}},"date":"{{{date}}}","date_gmt":"2026-10-31T08:00:00","modified":"{{{modified ?? date}}}","modified_gmt":"{{{modified ?? "2026-10-31T08:00:00"}}}","slug":"s","status":"publish","type":"post","link":"https://w.example/?p={{{id}}}","title":{"rendered":"词元 &#038; 囤货"},"content":{"rendered":"<p>{{{words ?? $"内部渠道 {id}"}}}</p>\n","protected":false},"author":1,"featured_media":5,"_embedded":{"author":[{"id":1,"name":"老王 &amp; 伙伴"}],"wp:featuredmedia":[{"id":5,"source_url":"https://w.example/f.jpg"}]}}
        """;
}
