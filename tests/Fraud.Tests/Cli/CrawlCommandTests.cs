using System.Text.Json;
using Fraud.Collect.Archives;
using Fraud.Testing;

namespace Fraud.Tests.Cli;

/// <summary>`fraud crawl` as an operator types it, on a site of our own.</summary>
public sealed class CrawlCommandTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly TempFolder _folder = new();
    private LocalSite _site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await LocalSite.StartAsync();
        _site.Page("/robots.txt", "User-agent: *\nDisallow: /t/private").Page("/", "<a href='/t/1'>1</a><a href='/t/private'>p</a>")
            .Page("/t/1", "<article><h1>Offer</h1><p>A third of the official price, in packs of a million tokens, delivered at once; write to me for the list.</p></article>");
        var source = new { Name = "site", Kind = "article", Enabled = true, Terms = "https://a.example/terms", StartUrls = new[] { _site.Url + "/" }, Follow = new[] { _site.Url + "/t/*" } };
        var fetch = new { ContactUrl = "https://a.example/bot", AllowedPrivateHosts = new[] { "127.0.0.1" }, MinDelay = "00:00:00" };
        await File.WriteAllTextAsync(Config, JsonSerializer.Serialize(new { Fraud = new { Collect = new { Fetch = fetch, Sources = new[] { source } } } }), Token);
    }

    private string Config => Path.Combine(_folder.Path, "site.json");

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_crawls_explains_pauses_replays_and_exports()
    {
        Assert.Contains("site: 3 visits", await RunAsync("site", "--once"), StringComparison.Ordinal);
        var asked = _site.Requests.Count;
        Assert.Contains("not crawled: Last visited", await RunAsync("--explain", _site.Url + "/t/1"), StringComparison.Ordinal);
        var json = JsonDocument.Parse(await RunAsync("site", "--explain", _site.Url + "/t/private", "--json")).RootElement;
        Assert.Equal((false, "robots.txt forbids it: Disallow: /t/private."), (json.GetProperty("crawled").GetBoolean(), json.GetProperty("why").GetString()));
        await RunAsync("site", "--pause");
        Assert.Contains("Paused since", await RunAsync("--explain", _site.Url + "/"), StringComparison.Ordinal);
        await RunAsync("site", "--resume");
        Assert.Contains("2 pages, 0 unreadable, 1 posts, 0 new", await RunAsync("--replay"), StringComparison.Ordinal);
        Assert.All(_site.Requests.Skip(asked), r => Assert.Equal("/robots.txt", r));
        await ExportAsync();
    }

    [Fact]
    public async Task Wrong_use_is_said_in_one_line()
    {
        Assert.Contains("SOURCE is missing", await RunAsync("--once"), StringComparison.Ordinal);
        Assert.Contains("no source 'other'", await RunAsync("other", "--once"), StringComparison.Ordinal);
        Assert.Contains("--every", await RunAsync("site", "--every", "0"), StringComparison.Ordinal);
    }

    private async Task ExportAsync()
    {
        var file = Path.Combine(_folder.Path, "out.warc.gz");
        Assert.Contains("2 pages", await RunAsync("--export", file), StringComparison.Ordinal);
        List<string> types = [];
        await using var stream = File.OpenRead(file);
        await foreach (var record in WarcReader.ReadAsync(stream, 1_000_000, Token))
        {
            types.Add(record.Type);
        }

        Assert.Equal(["warcinfo", "response", "response"], types);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        await using var process = FraudProcess.Start(["crawl", .. arguments, "--config", Config, "--data", Path.Combine(_folder.Path, "data")]);
        await process.ExitAsync(Patience);
        return string.Join('\n', process.Lines);
    }
}
