using System.Text;
using Fraud.Collect.Archives;
using Fraud.Collect.Importing;
using Fraud.Posts;
using Fraud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Collect.Tests.Importing;

public sealed class ImporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fraud").FullName;
    private readonly MemoryCrawlStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Lines_become_posts_and_bad_ones_are_counted_with_their_number()
    {
        var report = await ImportAsync("posts.jsonl", """
            {"id":"1","text":"囤词元就像早年囤比特币","title":"t","author":"a","url":"https://x.example/1","posted_at":"2026-10-01T08:00:00+08:00","source":"wechat"}

            {"id":2,"text":"second"}
            {"id":"3"}
            not json
            {"id":"4","text":"x","posted_at":"someday"}
            {"url":"https://x.example/5","text":"by url"}
            """);

        Assert.Equal((3, 3, 3), (report.Posts, report.NewPosts, report.Refused));
        Assert.Equal(["line 4: \"text\" is missing", "line 5: not a JSON object", "line 6: \"posted_at\" is no date"], report.Faults);
        var post = _store.Posts[0];
        Assert.Equal(("wechat", "1", "a", "zh-Hans"), (post.Source, post.NativeId, post.Author, post.Language));
        Assert.Equal(["wechat", "import", "import"], _store.Posts.Select(p => p.Source));
    }

    [Fact]
    public async Task Importing_again_adds_nothing()
    {
        await ImportAsync("posts.jsonl", "{\"id\":\"1\",\"text\":\"x\"}");

        Assert.Equal((1, 0), (await ImportAsync("posts.jsonl", "{\"id\":\"1\",\"text\":\"x\"}")) is var r ? (r.Posts, r.NewPosts) : default);
    }

    [Fact]
    public async Task A_page_becomes_posts_with_the_page_as_evidence()
    {
        var report = await ImportAsync("page.html", Listing("词元包"));

        Assert.Equal((1, "词元包"), (report.NewPosts, _store.Posts.Single().Title));
        Assert.Single(_store.Pages);
    }

    [Theory]
    [InlineData("pages.warc", false)]
    [InlineData("pages.warc.gz", true)]
    public async Task An_archive_becomes_posts(string name, bool gzip)
    {
        using var file = new MemoryStream();
        var writer = new WarcWriter(file, gzip);
        await writer.WriteInfoAsync(name, Some.Moment, Token);
        for (var i = 1; i <= 3; i++)
        {
            await writer.WriteAsync(new() { Source = "s", Url = $"https://shop.example/{i}", FetchedAt = Some.Moment, ContentType = "text/html", Headers = "Content-Type: text/html", Body = Encoding.UTF8.GetBytes(Listing($"包{i}")) }, Token);
        }

        file.Write(gzip ? []: "WARC/1.1\r\ncut off"u8);
        var report = await ImportAsync(name, file.ToArray());

        Assert.Equal((3, gzip ? 0 : 1), (report.NewPosts, report.Refused));
        Assert.Equal(["https://shop.example/1", "https://shop.example/2", "https://shop.example/3"], _store.Posts.Select(p => p.Url));
        Assert.All(_store.Posts, p => Assert.Equal(Some.Moment, p.FetchedAt));
    }

    [Fact]
    public async Task A_folder_of_random_bytes_under_any_name_never_throws()
    {
        var random = new Random(9);
        foreach (var name in new[] { "a.jsonl", "a.warc", "a.warc.gz", "a.html", "a.xml", "a" })
        {
            var bytes = new byte[5000];
            random.NextBytes(bytes);
            Assert.NotNull(await ImportAsync(name, bytes));
        }
    }

    private static string Listing(string name) => "<script type=\"application/ld+json\">{\"@type\":\"Product\",\"name\":\"" + name + "\",\"description\":\"一百万词元\",\"offers\":{\"price\":99}}</script><body><p>x</p>";

    private Task<ImportReport> ImportAsync(string name, string content) => ImportAsync(name, Encoding.UTF8.GetBytes(content));

    private async Task<ImportReport> ImportAsync(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, content, Token);
        var services = new ServiceCollection().AddSingleton<ICrawlStore>(_store).AddFraudCollect(new());
        return await services.BuildServiceProvider().GetRequiredService<IImporter>().ImportAsync(path, "import", Token);
    }
}
