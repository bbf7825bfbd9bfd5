namespace Fraud.Collect.Tests.Sources;

public class FeedParserTests : ParserTestBase
{
    private const string Rss = """
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>Board</title><link>https://site.example/</link><language>zh-cn</language>
        <item><title>囤词元 &amp;amp; 等涨</title><link>/t/1</link><guid isPermaLink="false">t-1</guid><dc:creator>老王</dc:creator><pubDate>Sat, 31 Oct 2026 20:00:00 GMT</pubDate>
          <description>short</description><content:encoded><![CDATA[<p>第一行</p><p>见 <a href="https://x.example/a">这里</a></p><script>alert(1)</script>]]></content:encoded></item>
        <item><title>second</title><guid>https://site.example/t/2</guid><description>plain &lt;b&gt;bold&lt;/b&gt;</description></item>
        </channel></rss>
        """;

    [Fact]
    public async Task Rss_items_become_posts()
    {
        var parsed = await ReadAsync("feed", Rss);

        var post = parsed.Posts[0];
        Assert.Equal(("t-1", "https://site.example/t/1", "囤词元 & 等涨", "老王", "zh-cn"), (post.NativeId, post.Url, post.Title, post.Author, post.Language));
        Assert.Equal("第一行\n见 这里", post.Text);
        Assert.Equal(["https://x.example/a"], post.Links);
        Assert.Equal(new DateTimeOffset(2026, 10, 31, 20, 0, 0, TimeSpan.Zero), post.PostedAt);
        Assert.Equal(("https://site.example/t/2", "plain bold"), (parsed.Posts[1].Url, parsed.Posts[1].Text));
    }

    [Fact]
    public async Task Atom_entries_become_posts()
    {
        var parsed = await ReadAsync("feed", """
            <feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="?page=2"/><entry><id>urn:1</id><title type="html">A &amp;lt;b&amp;gt;</title>
            <link rel="self" href="/self"/><link href="/e/1"/><author><name>Ann</name></author><published>2026-10-30T10:00:00+08:00</published><updated>2026-10-31T10:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>one</p><p>two</p></div></content></entry></feed>
            """);

        var post = Assert.Single(parsed.Posts);
        Assert.Equal(("urn:1", "https://site.example/e/1", "A <b>", "Ann", "one\ntwo"), (post.NativeId, post.Url, post.Title, post.Author, post.Text));
        Assert.Equal(new DateTimeOffset(2026, 10, 30, 2, 0, 0, TimeSpan.Zero), post.PostedAt);
        Assert.Equal(["https://site.example/dir/page?page=2"], parsed.Next);
    }

    [Fact]
    public async Task Json_feed_items_become_posts()
    {
        var parsed = await ReadAsync("feed", """
            {"version":"https://jsonfeed.org/version/1.1","language":"en","next_url":"https://site.example/feed2.json","items":[
             {"id":"1","url":"https://site.example/1","title":"T","content_html":"<p>a</p><p>b","date_published":"2026-10-30T10:00:00Z","authors":[{"name":"Ann"}]},
             {"id":2,"content_text":"1 < 2 & 3","author":{"name":"Bob"}},{"bad":true},[]]}
            """, contentType: "application/feed+json");

        Assert.Equal([("1", "a\nb", "Ann"), ("2", "1 < 2 & 3", "Bob")], parsed.Posts.Select(p => (p.NativeId, p.Text, p.Author)));
        Assert.Equal(["https://site.example/feed2.json"], parsed.Next);
    }

    [Fact]
    public async Task Rss_1_items_become_posts()
    {
        var parsed = await ReadAsync("feed", """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <item rdf:about="https://site.example/1"><title>T</title><link>https://site.example/1</link><description>D</description><dc:date>2026-10-30</dc:date></item></rdf:RDF>
            """);

        Assert.Equal(("https://site.example/1", "T", "D"), parsed.Posts.Select(p => (p.NativeId, p.Title, p.Text)).Single());
    }

    [Theory]
    [InlineData("<rss><channel><item><title>Q&A &nbsp;&copy; x</title><link>https://a.example/?a=1&b=2</link></item></channel></rss>", "Q&A © x")]
    [InlineData("<rss><channel><item><title>bell \u0007 here</title></item></channel></rss>", "bell here")]
    [InlineData("<rss><channel><item><title>kept</title></item><item><title>cut", "kept")]
    [InlineData("\n\n<?xml version='1.0'?><rss><channel><item><title>late declaration</title></item></channel></rss>", "late declaration")]
    public async Task A_faulty_feed_is_mended_or_read_up_to_the_fault(string xml, string title) =>
        Assert.Equal(title, (await ReadAsync("feed", xml)).Posts[0].Title);

    [Fact]
    public async Task Entities_are_not_expanded()
    {
        var parsed = await ReadAsync("feed", """
            <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>t &b; &x;</title></item></channel></rss>
            """);

        Assert.DoesNotContain("aaaa", string.Concat(parsed.Posts.Select(p => p.Body)));
        Assert.DoesNotContain("root:", string.Concat(parsed.Posts.Select(p => p.Body)));
    }
}
