using Fraud.Collect.Fetching;
using Fraud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Collect.Tests.Fetching;

public class HostPaceTests : FetchTestBase
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Requests_to_one_host_keep_the_least_delay_and_other_hosts_do_not_wait()
    {
        var pace = Pace(o => o.MinDelay = TimeSpan.FromSeconds(5));
        (await pace.WaitAsync("a.example", Token)).Turn!.End(false, null);

        var second = pace.WaitAsync("a.example", Token);
        Assert.NotNull((await pace.WaitAsync("b.example", Token)).Turn);
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.NotNull((await second).Turn);
    }

    [Fact]
    public async Task A_slow_host_is_asked_less_often()
    {
        var pace = Pace(o => (o.LatencyFactor, o.MaxDelay) = (3, TimeSpan.FromSeconds(20)));
        var turn = (await pace.WaitAsync("a.example", Token)).Turn!;
        _clock.Advance(TimeSpan.FromSeconds(4));
        turn.End(false, null);

        Assert.Equal(12, pace.DelayOf("a.example").TotalSeconds, 3);
    }

    [Fact]
    public async Task A_strained_host_gets_twice_the_delay_each_time_and_recovers()
    {
        var pace = Pace(o => (o.MinDelay, o.MaxDelay, o.MaxWait) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)));
        var delays = new List<double>();
        foreach (var strained in new[] { true, true, true, false, false, false })
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            (await pace.WaitAsync("a.example", Token)).Turn!.End(strained, null);
            delays.Add(pace.DelayOf("a.example").TotalSeconds);
        }

        Assert.Equal([2, 4, 5, 4, 2, 1], delays);
    }

    [Fact]
    public async Task A_turn_too_far_off_is_told_not_waited_for()
    {
        var pace = Pace(o => o.MaxWait = TimeSpan.FromSeconds(30));
        (await pace.WaitAsync("a.example", Token)).Turn!.End(true, _clock.GetUtcNow().AddMinutes(5));

        Assert.Equal((null, _clock.GetUtcNow().AddMinutes(5)), await pace.WaitAsync("a.example", Token));
    }

    [Fact]
    public async Task A_crawl_delay_is_kept_up_to_the_cap()
    {
        Site.Page("/robots.txt", "User-agent: *\nCrawl-delay: 100").Page("/a", "x");
        var services = Services(o => o.MaxDelay = TimeSpan.FromSeconds(7), s => s.AddSingleton<TimeProvider>(_clock));

        var fetch = services.GetRequiredService<IFetcher>().FetchAsync(new() { Url = Site.Url + "/a" }, Token);
        while (!fetch.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(0.5));
            await Task.Delay(1, Token);
        }

        Assert.Equal(7, services.GetRequiredService<HostPace>().DelayOf("127.0.0.1").TotalSeconds);
    }

    [Theory]
    [InlineData("Retry-After", "1", 1.0)]
    [InlineData("Retry-After", "Sun, 01 Nov 2026 12:00:40 GMT", 40.0)]
    [InlineData("Retry-After", "999999999999", 86400.0)]
    [InlineData("Retry-After", "soon", null)]
    [InlineData("X-RateLimit-Reset", "2026-11-01T12:01:00.000Z", 60.0)]
    [InlineData("X-RateLimit-Reset", "1793534430", 30.0)]
    [InlineData("RateLimit-Reset", "25", 25.0)]
    [InlineData("X-RateLimit-Reset", "\u0001", null)]
    public void A_hosts_word_on_when_to_return_is_understood(string header, string value, double? seconds)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation(header.Replace("Reset", "Remaining", StringComparison.Ordinal), header.EndsWith("Reset", StringComparison.Ordinal) ? "0" : value);
        response.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(seconds, (RateHints.RetryAt(response.Headers, Some.Moment, TimeSpan.FromHours(24)) - Some.Moment)?.TotalSeconds);
    }

    [Fact]
    public async Task A_429_with_a_short_retry_after_is_waited_for()
    {
        var calls = 0;
        Site.On("/a", c =>
        {
            c.Response.StatusCode = ++calls == 1 ? 429 : 200;
            c.Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        });
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(FetchResult.Fetched, (await FetchAsync("/a")).Result);
        Assert.True(watch.ElapsedMilliseconds >= 900);
    }

    [Fact]
    public async Task A_429_with_a_long_retry_after_ends_with_the_time_to_return()
    {
        Site.On("/a", c =>
        {
            c.Response.StatusCode = 429;
            c.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });

        var outcome = await FetchAsync("/a");

        Assert.Equal(FetchResult.Throttled, outcome.Result);
        Assert.NotNull(outcome.RetryAt);
        Assert.Single(Site.Requests, r => r == "/a");
    }

    private HostPace Pace(Action<FetchOptions> change) => new(Options(change).Fetch, _clock);
}
