using Fraud.Collect.Extracting;
using Fraud.Testing;

namespace Fraud.Collect.Tests.Extracting;

public class PageExtractorTests
{
    private static readonly Uri Url = new("https://news.example/2026/10/30/tokens");

    private const string English = """
        <!doctype html><html lang="en"><head><title>Token traders promise the moon | Daily Example</title><meta property="og:site_name" content="Daily Example">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Token traders promise the moon","datePublished":"2026-10-30T08:15:00+01:00","author":[{"@type":"Person","name":"Ann Writer"}]}</script></head>
        <body><header class="site-header"><a href="/">Daily Example</a><nav><ul><li><a href="/w">World</a></li><li><a href="/m">Money</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
        <main><article><h1>Token traders promise the moon</h1><p class="byline">By <a rel="author" href="/ann">Ann Writer</a></p><div class="share"><a href="#">Share</a><a href="#">Tweet</a></div>
        <div class="article-body"><p>Over the past two months, groups that trade in language model credit have sprung up on several platforms, and their promises grow bolder by the week.</p>
        <p>“Hoarding tokens today is like hoarding bitcoin back then,” says one of the sellers, who asks for payment in advance and offers a discount of seventy percent.</p>
        <h2>What the providers say</h2><p>The providers state that prepaid credit cannot be passed on. Several accounts have been closed, and buyers were left with nothing but a web page that shows a number.</p>
        <ul><li>Never pay a stranger in advance for usage credit.</li><li>Check the official price list before you believe in a bargain.</li></ul>
        <p>The police ask victims to come forward, and to keep every message they have received from the sellers.</p></div>
        <div class="newsletter"><p>Sign up for our newsletter and never miss a story.</p><form><input><button>Subscribe</button></form></div></article>
        <section class="related"><h3>Related stories</h3><ul><li><a href="/1">Ten cheap phones compared</a></li><li><a href="/2">Why prices fall in autumn</a></li></ul></section>
        <section class="comments"><h3>Comments</h3><div class="comment"><b>bob</b><p>First!</p></div></section></main>
        <footer><p>© 2026 Daily Example. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer></body></html>
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_comes_without_what_surrounds_it()
    {
        var page = await ExtractAsync(English);

        foreach (var kept in new[] { "Over the past two months", "Hoarding tokens today", "What the providers say", "Check the official price list", "keep every message" })
        {
            Assert.Contains(kept, page.Text);
        }

        foreach (var gone in new[] { "Sport", "newsletter", "Ten cheap phones", "First!", "All rights reserved", "Tweet" })
        {
            Assert.DoesNotContain(gone, page.Text);
        }
    }

    [Fact]
    public async Task Title_author_date_and_language_are_found()
    {
        var page = await ExtractAsync(English);

        Assert.Equal(("Token traders promise the moon", "Ann Writer", "en"), (page.Title, page.Author, page.Language));
        Assert.Equal(new DateTimeOffset(2026, 10, 30, 8, 15, 0, TimeSpan.FromHours(1)), page.Date);
    }

    [Theory]
    [InlineData("<title>A long headline about tokens - Site Name</title><meta property='og:site_name' content='Site Name'>", "A long headline about tokens")]
    [InlineData("<title>Site | A long headline about tokens</title><h1>A long headline about tokens</h1>", "A long headline about tokens")]
    [InlineData("<meta property='og:title' content='Q&amp;amp;A on tokens'>", "Q&A on tokens")]
    [InlineData("<h1>Only a heading</h1>", "Only a heading")]
    [InlineData("", "")]
    public async Task The_title_is_without_the_sites_name(string head, string title) => Assert.Equal(title, (await ExtractAsync(head)).Title);

    [Theory]
    [InlineData("<meta name='author' content='By Ann Writer'>", "Ann Writer")]
    [InlineData("<p class='byline'>By Ann Writer | Updated 3 May 2026</p>", "Ann Writer")]
    [InlineData("<span class='author'>作者：老王</span>", "老王")]
    [InlineData("<meta property='article:author' content='https://facebook.com/ann'>", "")]
    [InlineData("<a class='author'>admin</a>", "")]
    public async Task The_author_is_a_name(string head, string author) => Assert.Equal(author, (await ExtractAsync(head)).Author);

    [Theory]
    [InlineData("<meta property='article:published_time' content='2026-05-03T10:00:00Z'>", "2026-05-03")]
    [InlineData("<time datetime='2026-05-03'>3 May</time>", "2026-05-03")]
    [InlineData("", "2026-10-30")]
    public async Task The_date_is_found_where_it_stands_even_in_the_url(string html, string date) =>
        Assert.Equal(date, (await ExtractAsync(html)).Date?.ToString("yyyy-MM-dd", null));

    [Fact]
    public async Task A_chinese_article_comes_without_navigation_and_pronunciation_notes()
    {
        var page = await ExtractAsync("""
            <html><body><div class="nav"><a href="/">首页</a><a href="/n">新闻</a><a href="/g">更多網(wǎng)站</a></div><div class="main"><h1>词元倒卖升温</h1>
            <div class="content"><p>過去兩個月，打著詞元囤貨旗號的交易群在多個網(wǎng)絡平臺上迅速增多，群內每天有數十條低價額度廣告，標價從官方價的兩折到四折不等。</p>
            <p>一名受訪者告訴記者，他經手的大多數額度包並沒有實際交付，買家看到的餘額只是一個自建網(wǎng)頁上的數字（usd）。</p></div></div>
            <div class="tuijian"><a href="/1">相关推荐一</a><a href="/2">相关推荐二</a></div><div class="footer">版权所有</div></body></html>
            """);

        Assert.Contains("多個網絡平臺上迅速增多", page.Text);
        Assert.Contains("（usd）", page.Text);
        Assert.DoesNotContain("首页", page.Text);
        Assert.DoesNotContain("相关推荐", page.Text);
        Assert.Equal("zh-Hant", page.Language);
    }

    [Fact]
    public async Task A_short_post_on_a_bare_page_is_read_whole() =>
        Assert.Equal("内部渠道三折拿词元，转手就赚，加微信。", (await ExtractAsync("<body><p>内部渠道三折拿词元，转手就赚，加微信。</p>")).Text);

    [Fact]
    public async Task A_page_of_links_has_no_main_text() =>
        Assert.Equal("", (await ExtractAsync(string.Concat(Enumerable.Range(1, 30).Select(i => $"<li><a href='/{i}'>Link number {i} of the list</a></li>")))).Text);

    [Fact]
    public async Task Any_text_gives_a_result()
    {
        var random = new Random(21);
        for (var i = 0; i < 100; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => ((string[])["<p>", "<div class='content'>", "词元。", "words, ", "</", "<a href=x>", "\0", "\uD800", "<br>", "&#x0;", "<pre>", "</div>"])[random.Next(12)]));
            Assert.NotNull((await ExtractAsync(text)).Text);
        }
    }

    private static Task<ExtractedPage> ExtractAsync(string html) => PageExtractor.ExtractAsync(html, Url, Some.Moment, Token);

    [Fact]
    public async Task Pictures_are_those_stated_then_those_in_the_main_text_each_once_and_no_decoration()
    {
        var words = string.Concat(Enumerable.Repeat("The quick brown fox rates three gateways by latency, price and honesty. ", 6));
        var page = await PageExtractor.ExtractAsync(
            $"<html><head><meta property='og:image' content='/share.jpg'></head><body><nav><img src='/logo.png'></nav><article><p>{words}</p><img src='data:image/gif;base64,R0' data-src='/one.jpg'><img src='https://cdn.example/one.jpg?x=1'><img src='/share.jpg'><img class='avatar' src='/me.png'><img width=1 height=1 src='/dot.gif'><img src='javascript:alert(1)'><p>{words}</p></article></body></html>",
            new("https://site.example/dir/page"), DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);

        Assert.Equal(["https://site.example/share.jpg", "https://site.example/one.jpg", "https://cdn.example/one.jpg?x=1"], page.Images);
    }
}
