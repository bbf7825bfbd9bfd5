namespace Fraud.Collect.Tests.Sources;

public class SitemapParserTests : ParserTestBase
{
    [Theory]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://s.example/a?x=1&amp;y=2</loc><lastmod>2026-10-31</lastmod></url><url><loc> https://s.example/b </loc></url></urlset>")]
    [InlineData("<urlset><url><loc>https://s.example/a?x=1&amp;y=2</loc></url><url><loc>https://s.example/b</loc></url><url><loc>broken")]
    [InlineData("https://s.example/a?x=1&y=2\r\nhttps://s.example/b\n# no url")]
    public async Task Pages_are_links_to_follow(string map) =>
        Assert.Equal(["https://s.example/a?x=1&y=2", "https://s.example/b"], (await ReadAsync("sitemap", map, contentType: "text/xml")).Links);

    [Fact]
    public async Task Sitemaps_of_an_index_are_further_pages()
    {
        var parsed = await ReadAsync("sitemap", "<sitemapindex><sitemap><loc>https://s.example/1.xml</loc></sitemap><sitemap><loc>/2.xml</loc></sitemap></sitemapindex>", contentType: "text/xml");

        Assert.Equal(["https://s.example/1.xml", "https://site.example/2.xml"], parsed.Next);
        Assert.Empty(parsed.Links);
    }

    [Theory]
    [InlineData("sitemap")]
    [InlineData("feed")]
    public async Task A_page_followed_from_a_list_is_read_as_what_it_is(string kind)
    {
        var parsed = await ReadAsync(kind, $"<!DOCTYPE html><html><body><article><h1>词元行情</h1><p>{new string('字', 60)}。</p><p>{new string('句', 80)}。</p></article></body></html>");

        Assert.Equal("https://site.example/dir/page", Assert.Single(parsed.Posts).NativeId);
    }
}
