using Fraud.Collect.Sources;
using Fraud.Collect.Tests.Fetching;
using Fraud.Posts;
using Fraud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Collect.Tests.Crawling;

public class CrawlerTests : FetchTestBase
{
    private readonly FakeClock _clock = new();
    private readonly MemoryCrawlStore _store;

    public CrawlerTests() => _store = new(_clock);

    [Fact]
    public async Task A_source_is_crawled_from_its_start_through_its_patterns()
    {
        WriteSite();

        var report = await CrawlAsync();

        Assert.Equal((4, 0, 3), (report.Visits, report.Failures, report.NewPosts));
        Assert.Equal(["/", "/t/1", "/t/2", "/t/3"], _store.Visits.Select(v => new Uri(v.Target.Url).AbsolutePath).Order());
        Assert.All(_store.Visits, v => Assert.NotNull(v.Page));
    }

    [Fact]
    public async Task A_second_run_asks_only_for_what_is_due()
    {
        WriteSite();
        await CrawlAsync();

        Assert.Equal(0, (await CrawlAsync()).Visits);
        _clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal((1, 0), ((await CrawlAsync()) is var again ? (again.Visits, again.NewPosts) : default));
    }

    [Fact]
    public async Task A_page_unchanged_is_confirmed_by_its_tag()
    {
        WriteSite();
        Site.On("/", c =>
        {
            c.Response.Headers.ETag = "\"1\"";
            c.Response.StatusCode = c.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return Task.CompletedTask;
        });
        await CrawlAsync();
        _clock.Advance(TimeSpan.FromMinutes(16));
        await CrawlAsync();

        Assert.Equal(["stored", "unchanged"], _store.Visits.Select(v => v.Outcome));
        Assert.Equal("\"1\"", _store.Visits[1].ETag);
    }

    [Fact]
    public async Task Bad_pages_are_counted_and_passed_over()
    {
        WriteSite();
        Site.On("/t/1", c => Task.Run(c.Abort)).Page("/t/2", "x", "image/png");

        var report = await CrawlAsync();

        Assert.Equal((3, 2), (report.Visits, report.Failures));
        Assert.Equal(["failed", "not-text", "stored"], _store.Visits.Select(v => v.Outcome).Order());
    }

    [Fact]
    public async Task A_parser_that_throws_costs_one_page()
    {
        WriteSite();

        var report = await CrawlAsync(s => s.Kind = "broken", s => s.AddSingleton<IPageParser, BrokenParser>());

        Assert.Equal((1, 1), (report.Visits, report.Failures));
        Assert.Equal(("unreadable", nameof(InvalidDataException)), (_store.Visits[0].Outcome, _store.Visits[0].Detail));
        Assert.NotNull(_store.Visits[0].Page);
    }

    [Fact]
    public async Task A_visit_the_store_refuses_is_stored_as_failed()
    {
        WriteSite();
        _store.OnComplete = v => _ = v.Posts.Count > 0 && v.Target.Url.EndsWith('2') ? throw new InvalidOperationException("refused") : 0;

        Assert.Equal((4, 1, 2), await CrawlAsync() is var r ? (r.Visits, r.Failures, r.NewPosts) : default);
    }

    [Fact]
    public async Task A_run_keeps_to_its_budget_of_pages()
    {
        WriteSite();

        Assert.Equal(2, (await CrawlAsync(s => s.MaxPages = 2)).Visits);
        Assert.Equal(2, (await CrawlAsync(s => s.MaxPages = 2)).Visits);
    }

    [Fact]
    public async Task Links_are_followed_to_the_depth_set()
    {
        WriteSite();

        Assert.Equal(1, (await CrawlAsync(s => s.MaxDepth = 0)).Visits);
    }

    [Fact]
    public async Task A_page_behind_robots_is_not_fetched()
    {
        WriteSite();
        Site.Page("/robots.txt", "User-agent: *\nDisallow: /t/2");

        await CrawlAsync();

        Assert.Equal("refused-by-robots", _store.Visits.Single(v => v.Target.Url.EndsWith("/t/2", StringComparison.Ordinal)).Outcome);
        Assert.DoesNotContain("/t/2", Site.Requests);
    }

    [Fact]
    public async Task A_throttled_target_returns_when_the_host_says()
    {
        Site.On("/", c =>
        {
            c.Response.StatusCode = 429;
            c.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        });

        await CrawlAsync();

        Assert.Equal(_clock.GetUtcNow().AddHours(2), _store.Visits.Single().DueAgainAt);
    }

    [Fact]
    public async Task An_unknown_source_is_named() => await Assert.ThrowsAsync<ArgumentException>(() => Services(_ => { }).RunAsync("nowhere", Token));

    private void WriteSite()
    {
        Site.Page("/", "<a href='/t/1#x'>1</a><a href='/t/2'>2</a><a href='/other'>o</a><a href='mailto:x'>m</a><a href='/t/9' rel=nofollow>n</a>");
        Site.Page("/t/1", Thread("first")).Page("/t/2", Thread("second")).Page("/t/3", Thread("third"));
        Site.Page("/t/1", Thread("first") + "<a href='/t/3'>3</a>");
    }

    private static string Thread(string word) => $"<article><h1>{word}</h1><p>The {word} page has a paragraph that is long enough, with commas, and more than one sentence. It is the text of the page.</p></article>";

    private Task<CrawlReport> CrawlAsync(Action<SourceOptions>? change = null, Action<IServiceCollection>? add = null) => Services(change ?? (_ => { }), add).RunAsync("src", Token);

    private ICrawler Services(Action<SourceOptions> change, Action<IServiceCollection>? add = null)
    {
        var source = new SourceOptions { Name = "src", Kind = "article", StartUrls = { Site.Url + "/#top" }, Follow = { Site.Url + "/t/*" } };
        change(source);
        var options = Options(o => o.Retries = 0);
        options.Sources.Add(source);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<ICrawlStore>(_store);
        services.AddSingleton<ISourceStateStore, MemorySourceStates>();
        services.AddSingleton<IPostWithdrawal, MemorySourceStates>();
        add?.Invoke(services);
        return services.AddFraudCollect(options).BuildServiceProvider().GetRequiredService<ICrawler>();
    }

    private sealed class BrokenParser : IPageParser
    {
        public string Name => "broken";

        public Task<ParsedPage> ParseAsync(SourcePage page, CancellationToken cancellationToken) => throw new InvalidDataException("page words that must not leak");
    }
}
