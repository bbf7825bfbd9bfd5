using Fraud.Collect.Fetching;
using Fraud.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Collect.Tests.Fetching;

public class RobotsCacheTests : FetchTestBase
{
    [Fact]
    public async Task A_disallowed_page_is_not_asked_for()
    {
        Site.Page("/robots.txt", "User-agent: fraudbot\nDisallow: /private").Page("/private/a", "x");

        var outcome = await FetchAsync("/private/a");

        Assert.Equal((FetchResult.RefusedByRobots, "Disallow: /private"), (outcome.Result, outcome.Detail));
        Assert.DoesNotContain("/private/a", Site.Requests);
    }

    [Theory]
    [InlineData(401, FetchResult.Fetched)]
    [InlineData(403, FetchResult.Fetched)]
    [InlineData(404, FetchResult.Fetched)]
    [InlineData(429, FetchResult.RefusedByRobots)]
    [InlineData(500, FetchResult.RefusedByRobots)]
    [InlineData(503, FetchResult.RefusedByRobots)]
    public async Task An_absent_file_allows_and_a_failing_host_denies(int status, FetchResult expected)
    {
        Site.Page("/robots.txt", "User-agent: *\nDisallow: /", status: status).Page("/a", "x");

        Assert.Equal(expected, (await FetchAsync("/a")).Result);
    }

    [Fact]
    public async Task A_redirected_file_holds_for_the_first_host()
    {
        Site.Redirect("/robots.txt", "/r1").Redirect("/r1", "/r2").Redirect("/r2", "/r3").Redirect("/r3", "/r4").Redirect("/r4", "/r5").Page("/r5", "User-agent: *\nDisallow: /a");

        Assert.Equal(FetchResult.RefusedByRobots, (await FetchAsync("/a")).Result);
    }

    [Fact]
    public async Task A_redirect_loop_counts_as_no_file()
    {
        Site.Redirect("/robots.txt", "/robots.txt").Page("/a", "x");

        Assert.Equal(FetchResult.Fetched, (await FetchAsync("/a")).Result);
    }

    [Fact]
    public async Task A_file_longer_than_500_KiB_is_read_up_to_there()
    {
        Site.Page("/robots.txt", "User-agent: *\nDisallow: /a\n" + new string('#', 3_000_000) + "\nDisallow: /b").Page("/b", "x");
        var fetcher = Fetcher();

        Assert.Equal(FetchResult.RefusedByRobots, (await fetcher.FetchAsync(new() { Url = Site.Url + "/a" }, Token)).Result);
        Assert.Equal(FetchResult.Fetched, (await fetcher.FetchAsync(new() { Url = Site.Url + "/b" }, Token)).Result);
    }

    [Fact]
    public async Task The_file_is_asked_for_once_a_day()
    {
        var clock = new FakeClock();
        var fetcher = Fetcher(add: s => s.AddSingleton<TimeProvider>(clock));
        Site.Page("/robots.txt", "").Page("/a", "x");
        foreach (var hours in new[] { 0, 23, 2 })
        {
            clock.Advance(TimeSpan.FromHours(hours));
            await fetcher.FetchAsync(new() { Url = Site.Url + "/a" }, Token);
        }

        Assert.Equal(2, Site.Requests.Count(r => r == "/robots.txt"));
    }

    [Fact]
    public async Task The_last_good_file_serves_while_the_host_is_down_and_30_days_end_a_denial()
    {
        var clock = new FakeClock();
        var status = 200;
        Site.Page("/a", "x").Page("/b", "x").On("/robots.txt", c =>
        {
            c.Response.StatusCode = status;
            return c.Response.WriteAsync("User-agent: *\nDisallow: /b");
        });
        var fetcher = Fetcher(o => o.Retries = 0, s => s.AddSingleton<TimeProvider>(clock));
        async Task<FetchResult> After(double days, string path)
        {
            clock.Advance(TimeSpan.FromDays(days));
            return (await fetcher.FetchAsync(new() { Url = Site.Url + path }, Token)).Result;
        }

        await After(0, "/a");
        status = 500;
        Assert.Equal((FetchResult.Fetched, FetchResult.RefusedByRobots), (await After(2, "/a"), await After(0, "/b")));
        Assert.Equal(FetchResult.Fetched, await After(31, "/b"));
    }
}
