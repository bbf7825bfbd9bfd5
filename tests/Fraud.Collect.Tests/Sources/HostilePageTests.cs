using System.Text;

namespace Fraud.Collect.Tests.Sources;

public class HostilePageTests : ParserTestBase
{
    public static TheoryData<string> Kinds() => [.. All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Random_bytes_never_throw(string kind)
    {
        var random = new Random(11);
        for (var i = 0; i < 60; i++)
        {
            var bytes = new byte[random.Next(3000)];
            random.NextBytes(bytes);
            await All.Single(p => p.Name == kind).ParseAsync(Page("") with { Body = bytes, ContentType = i % 2 == 0 ? "" : "text/html; charset=gbk" }, Token);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Mutated_pages_never_throw(string kind)
    {
        var random = new Random(12);
        const string Seed = "<rss><channel><item><title>a</title><script type='application/ld+json'>[{\"@type\":\"Product\",\"name\":\"x\",\"offers\":{\"price\":1}}]</script><div id=p1 class=post><p class=author>x</p><div class=content>y<blockquote>z</table></div><time datetime='2026-99-99T99:99'>昨天 25:61</time>";
        for (var i = 0; i < 100; i++)
        {
            var text = new StringBuilder(Seed);
            for (var j = random.Next(20); j >= 0; j--)
            {
                text[random.Next(text.Length)] = "<>/\"'&;\0\uD800x词="[random.Next(12)];
            }

            await ReadAsync(kind, text.ToString(), contentType: i % 2 == 0 ? "text/xml" : "text/html");
        }
    }

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<ul><li>", 100_000)]
    [InlineData("<b id=x>", 50_000)]
    [InlineData("<x-y>", 100_000)]
    [InlineData("<svg><g>", 50_000)]
    [InlineData("<math><mi>", 50_000)]
    [InlineData("<table><tr><td>", 50_000)]
    [InlineData("<template>", 50_000)]
    [InlineData("<div/>", 200_000)]
    [InlineData("<custom/>", 200_000)]
    [InlineData("</p>", 200_000)]
    [InlineData("<a href=x>", 50_000)]
    [InlineData("<!--", 200_000)]
    [InlineData("<font class=jammer>", 100_000)]
    public async Task A_page_built_to_exhaust_the_parser_ends_soon_and_keeps_its_words(string tag, int times)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var kind in new[] { "article", "forum", "listing" })
        {
            var parsed = await ReadAsync(kind, "<body><p>内部渠道三折拿词元，转手就赚，名额有限，先到先得。</p>" + string.Concat(Enumerable.Repeat(tag, times)));
            Assert.NotNull(parsed);
        }

        // Three parsers of at most 5 s each, on a machine that others share
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
    }

    [Fact]
    public async Task Words_under_deep_nesting_are_still_read()
    {
        var page = string.Concat(Enumerable.Repeat("<div>", 100_000)) + "<p>内部渠道三折拿词元，转手就赚，名额有限，先到先得。加微信立即发货，今天不买明天就涨价。</p>";

        Assert.Contains("内部渠道三折", (await ReadAsync("article", page)).Posts.Single().Text);
    }

    [Fact]
    public async Task Scripts_are_neither_run_nor_read()
    {
        var parsed = await ReadAsync("article", "<article><p>A plain sentence that is long enough to be the text.</p><script>document.write('written')</script><noscript>noscript</noscript><style>p{}</style></article>");

        Assert.Equal("A plain sentence that is long enough to be the text.", parsed.Posts.Single().Text);
    }
}
