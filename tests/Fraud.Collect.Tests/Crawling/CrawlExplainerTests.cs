using Fraud.Collect.Crawling;
using Fraud.Collect.Sources;
using Fraud.Collect.Tests.Fetching;
using Fraud.Posts;
using Fraud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Collect.Tests.Crawling;

public class CrawlExplainerTests : FetchTestBase
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_page_that_is_due_is_crawled()
    {
        var answer = await ExplainAsync("/t/1", Known());

        Assert.True(answer.Crawled, answer.Why);
        Assert.Equal(["source", "enabled", "paused", "scope", "trap", "guard", "robots", "depth", "budget", "duplicate", "visited", "lease", "pace"], answer.Checks.Select(c => c.Name));
    }

    [Fact]
    public async Task Each_reason_is_named_by_its_check()
    {
        var later = _clock.GetUtcNow().AddHours(1);
        Assert.Equal("robots", First(await ExplainAsync("/t/secret", Known())));
        Assert.Equal("paused", First(await ExplainAsync("/t/1", Known() with { PausedAt = _clock.GetUtcNow(), PausedBy = "ann" })));
        Assert.Equal("depth", First(await ExplainAsync("/t/1", Known() with { Depth = 9 })));
        Assert.Equal("budget", First(await ExplainAsync("/t/1", new() { HostTargets = 100 })));
        Assert.Equal("duplicate", First(await ExplainAsync("/t/1", Known() with { Outcome = "duplicate", DueAt = null })));
        Assert.Equal("visited", First(await ExplainAsync("/t/1", Known() with { DueAt = later })));
        Assert.Equal("lease", First(await ExplainAsync("/t/1", Known() with { HostOwner = "other/1", HostLeasedUntil = later })));
        Assert.Equal("pace", First(await ExplainAsync("/t/1", Known() with { HostNextAt = later })));
        Assert.Equal("trap", First(await ExplainAsync("/t/a/a/a/a/a", Known())));
        Assert.Equal("visited", First(await ExplainAsync("/t/1", new())));
    }

    [Theory]
    [InlineData("http://elsewhere.example/", "source")]
    [InlineData("http://10.0.0.7/t/1", "guard")]
    [InlineData("no url", "scope")]
    public async Task A_url_of_no_source_or_no_public_host_is_refused(string url, string check) => Assert.Equal(check, First(await ExplainAsync(url, Known())));

    [Fact]
    public async Task A_disabled_source_says_so_and_the_site_is_not_asked()
    {
        Assert.Equal("enabled", First(await ExplainAsync("/t/1", Known(), s => s.Enabled = false)));
        Assert.Empty(Site.Requests);
    }

    private CrawlStanding Known() => new() { Known = true, DueAt = _clock.GetUtcNow(), Depth = 1, HostTargets = 5 };

    private static string First(CrawlExplanation answer) => answer.Checks.First(c => !c.Passed).Name;

    private Task<CrawlExplanation> ExplainAsync(string path, CrawlStanding standing, Action<SourceOptions>? change = null)
    {
        Site.Page("/robots.txt", "User-agent: *\nDisallow: /t/secret");
        var source = new SourceOptions { Name = "src", Kind = "article", Enabled = true, Terms = "https://a.example/terms", StartUrls = { Site.Url + "/" }, Follow = { Site.Url + "/t/*", "http://10.0.0.7/*" }, MaxPerHost = 100 };
        change?.Invoke(source);
        var options = Options();
        options.Sources.Add(source);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<ICrawlStore>(new MemoryCrawlStore(_clock));
        services.AddSingleton<ICrawlControl>(new FakeControl(standing));
        var explainer = services.AddFraudCollect(options).BuildServiceProvider().GetRequiredService<ICrawlExplainer>();
        return explainer.ExplainAsync(null, path[0] == '/' ? Site.Url + path : path, Token);
    }

    private sealed class FakeControl(CrawlStanding standing) : ICrawlControl
    {
        public Task PauseAsync(string source, string by, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task ResumeAsync(string source, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<CrawlStanding> FindAsync(string source, string url, CancellationToken cancellationToken) => Task.FromResult(standing);
    }
}
