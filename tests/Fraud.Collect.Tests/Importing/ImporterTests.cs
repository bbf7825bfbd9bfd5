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
        foreach (var name in new[] { "a.jsonl", "a.warc", "a.warc.gz", "a.html", "a.xml", "a.txt", "a.json", "a.wet", "a" })
        {
            var bytes = new byte[5000];
            random.NextBytes(bytes);
            Assert.NotNull(await ImportAsync(name, bytes));
        }
    }

    [Fact]
    public async Task A_wet_file_gives_the_words_of_its_pages()
    {
        const string Words = "内部渠道三折拿词元\n转手就赚";
        var report = await ImportAsync("x.wet", $"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example/1\r\nWARC-Date: 2026-10-01T00:00:00Z\r\nContent-Type: text/plain\r\nContent-Length: {Encoding.UTF8.GetByteCount(Words)}\r\n\r\n{Words}\r\n\r\n");

        Assert.Equal((1, Words, "https://a.example/1"), (report.NewPosts, _store.Posts.Single().Text, _store.Posts.Single().Url));
    }

    [Theory]
    [InlineData("qq.txt", "消息记录（此消息记录为文本格式，不支持重新导入）\n\n消息分组:群\n消息对象:词元交易群\n\n2026-10-31 8:00:05 老王(12345678)\n内部渠道三折\n转手就赚\n\n2026-10-31 8:01:00 小李<a@qq.com>\n带我\n")]
    [InlineData("wx.txt", "老王 2026-10-31 08:00:05\n内部渠道三折\n转手就赚\n\n小李 2026-10-31 08:01:00\n带我\n")]
    [InlineData("wa.txt", "[2026-10-31 08:00:05] 老王: 内部渠道三折\n转手就赚\n[2026-10-31 08:01:00] 小李: 带我")]
    [InlineData("tg.json", """{"name":"群","type":"public_supergroup","id":7,"messages":[{"id":1,"type":"service","date":"2026-10-31T08:00:00","text":""},{"id":2,"type":"message","date":"2026-10-31T08:00:05","from":"老王","text":["内部渠道",{"type":"bold","text":"三折"},"\n转手就赚"]},{"id":3,"type":"message","date":"2026-10-31T08:01:00","from":"小李","text":"带我"}]}""")]
    [InlineData("wx.json", """[{"nickname":"老王","content":"内部渠道三折\n转手就赚","createTime":1793404805},{"nickname":"小李","content":"带我","createTime":1793404860000}]""")]
    [InlineData("tg.html", """<div class="page_header"><div class="text">群</div></div><div class="message default clearfix" id="message2"><div class="body"><div class="pull_right date details" title="31.10.2026 08:00:05 UTC+08:00">08:00</div><div class="from_name">老王</div><div class="text">内部渠道三折<br>转手就赚</div></div></div><div class="message default clearfix" id="message3"><div class="body"><div class="pull_right date details" title="31.10.2026 08:01:00 UTC+08:00">08:01</div><div class="from_name">小李</div><div class="text">带我</div></div></div>""")]
    public async Task An_exported_chat_becomes_a_post_a_message(string name, string export)
    {
        await ImportAsync(name, export);

        Assert.Equal([("老王", "内部渠道三折\n转手就赚"), ("小李", "带我")], _store.Posts.Select(p => (p.Author, p.Text)));
        Assert.Equal(new DateTimeOffset(2026, 10, 31, 0, 0, 5, TimeSpan.Zero), _store.Posts[0].PostedAt);
        Assert.NotEmpty(_store.Pages);
        Assert.Equal(0, (await ImportAsync(name, export)).NewPosts);
    }

    [Fact]
    public async Task A_plain_text_is_no_chat()
    {
        await ImportAsync("note.txt", "今天 2026-10-31 08:00 开会。\n内部渠道三折拿词元，转手就赚，名额有限，先到先得。");

        Assert.Single(_store.Posts);
    }

    [Fact]
    public async Task Without_tesseract_a_screenshot_says_what_is_missing()
    {
        var (text, fault) = await new ScreenshotReader("no-such-program").ReadAsync("a.png", Token);

        Assert.Equal("", text);
        Assert.Contains("tesseract-ocr", fault);
    }

    [Fact]
    public async Task A_screenshot_is_read_by_the_local_program()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the stand-in for tesseract is a shell script");
        var program = Path.Combine(_folder, "ocr");
        await File.WriteAllTextAsync(program, "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo eng; echo chi_sim; else echo \"$2 $3 $4\"; echo 内部渠道; fi\n", Token);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Assert.Equal(("stdout -l chi_sim+eng\n内部渠道", ""), await new ScreenshotReader(program).ReadAsync("a.png", Token));
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
