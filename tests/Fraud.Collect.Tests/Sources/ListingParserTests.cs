using Fraud.Posts;

namespace Fraud.Collect.Tests.Sources;

public class ListingParserTests : ParserTestBase
{
    [Theory]
    [InlineData("""{"@context":"https://schema.org","@type":"Product","name":"词元包","description":"一百万词元","offers":{"@type":"Offer","price":99,"priceCurrency":"CNY","seller":{"@type":"Person","name":"小李","url":"/u/1"}}}""")]
    [InlineData("""[{"@type":["Thing","Product"],"name":"词元包","description":"一百万词元","offers":[{"@type":"Offer","price":"99.00","priceCurrency":"CNY","seller":{"name":"小李","url":"/u/1"}}]}]""")]
    [InlineData("""{"@graph":[{"@type":"WebPage"},{"@type":"https://schema.org/Product","name":"词元包","description":"一百万词元","offers":{"@type":"AggregateOffer","lowPrice":"99","highPrice":"999","priceCurrency":"CNY","seller":{"name":"小李","url":"/u/1"}}}]}""")]
    [InlineData("<!-- {\"@type\":\"Product\",\"name\":\"词元包\",\"description\":\"一百万\n词元\",\"offers\":{\"priceSpecification\":[{\"price\":\"99\",\"priceCurrency\":\"CNY\"}],\"seller\":{\"name\":\"小李\",\"url\":\"/u/1\"},},} -->")]
    [InlineData("""{"@type":"Offer","price":"99元","priceCurrency":"CNY","itemOffered":{"@type":"Thing","name":"词元包"},"description":"一百万词元","seller":{"name":"小李","url":"/u/1"}}""")]
    [InlineData("""{"@type":"Service","name":"词元包","description":"一百万词元","offers":{"price":"￥99","seller":{"name":"小李","url":"/u/1"}}}""")]
    public async Task Json_ld_goods_become_posts(string json)
    {
        var parsed = await ReadAsync("listing", $"<html><head><link rel=canonical href='/item/7'><script type='application/ld+json'>{json}</script></head><body><p>词元包</p></body></html>");

        var post = Assert.Single(parsed.Posts);
        Assert.Equal(("https://site.example/item/7", "词元包", new Listing { Price = 99m, Currency = "CNY", Seller = "小李", SellerUrl = "/u/1" }), (post.NativeId, post.Title, post.Listing));
        Assert.Equal("一百万词元", post.Text.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Microdata_goods_become_posts()
    {
        var parsed = await ReadAsync("listing", """
            <div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Token pack</h1><p itemprop="description">One million tokens, ready to use.</p>
            <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price" content="1,299.00">1.299</span><meta itemprop="priceCurrency" content="USD">
            <span itemprop="seller" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">ACME</span></span></div></div>
            """);

        var post = Assert.Single(parsed.Posts);
        Assert.Equal(("Token pack", "ACME", 1299m, "USD"), (post.Title, post.Author, post.Listing!.Price, post.Listing.Currency));
    }

    [Fact]
    public async Task Open_graph_goods_become_posts()
    {
        var parsed = await ReadAsync("listing", """
            <meta property="og:type" content="product"><meta property="og:title" content="Pack"><meta property="og:description" content="A pack of tokens.">
            <meta property="product:price:amount" content="5.5"><meta property="product:price:currency" content="USD"><meta property="og:url" content="https://evil.example/x"><body>x
            """);

        var post = Assert.Single(parsed.Posts);
        Assert.Equal(("https://site.example/dir/page", "Pack", 5.5m), (post.Url, post.Title, post.Listing!.Price));
    }

    [Fact]
    public async Task A_list_of_goods_gives_a_post_each()
    {
        var parsed = await ReadAsync("listing", """
            <script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"Product","name":"A","url":"/a"}},{"@type":"ListItem","item":{"@type":"Product","name":"B","url":"/b"}}]}</script>
            """);

        Assert.Equal(["https://site.example/a", "https://site.example/b"], parsed.Posts.Select(p => p.Url));
    }

    [Theory]
    [InlineData("listing")]
    [InlineData("article")]
    [InlineData("auto")]
    public async Task A_page_that_only_lists_goods_gives_their_links_and_no_post(string kind)
    {
        var entries = string.Concat(Enumerable.Range(1, 12).Select(i => $"<li class='card'><a class='title' href='/shop/{i}.html'>GPU 服务器按小时出租 A100 第 {i} 台</a><span class='price'>¥{i}2.00</span><span class='seller'>岚山机房</span></li>"));
        var parsed = await ReadAsync(kind, $"<body><nav><a href='/'>首页</a></nav><main><h1>集市 Market</h1><ul>{entries}</ul><div class='pager'><span>2 / 3</span> <a rel='next' href='/shop/page-3.html'>下一页</a></div></main></body>");

        Assert.Empty(parsed.Posts);
        Assert.Contains("https://site.example/shop/12.html", parsed.Links);
        Assert.Contains("https://site.example/shop/page-3.html", parsed.Links);
    }

    [Fact]
    public async Task A_pitch_put_into_links_whole_is_still_a_post()
    {
        const string First = "<p><a href='https://t.me/x'>现在囤词元就像早年囤比特币一样，越早上车赚得越多。内部渠道三折拿货，转手就赚，名额不多，想来的直接加我。</a></p>";
        var parsed = await ReadAsync("listing", $"<body><main><h1>词元包</h1>{First}<p><a href='/b'>我们每个月只收二十个人，先到先得，错过要再等半年，本金随时可以退回来。</a></p><p><a href='/c'>加微信详谈，谢绝还价，量大从优。</a></p></main></body>");

        Assert.Contains("转手就赚", Assert.Single(parsed.Posts).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,299.00", "1299.00")]
    [InlineData("1.299,00", "1299.00")]
    [InlineData("1,299", "1299")]
    [InlineData("0,99", "0.99")]
    [InlineData("1'299.50", "1299.50")]
    [InlineData("1.299.000", "1299000")]
    [InlineData("US$ 5", "5")]
    [InlineData("99999999999999999999999999999999999", null)]
    [InlineData("面议", null)]
    public void Amounts_are_read_as_shops_write_them(string text, string? expected) =>
        Assert.Equal(expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Fraud.Collect.Sources.Listings.PriceText.Amount(text));
}
