using System.Text;
using Fraud.Collect.Fetching;
using Microsoft.AspNetCore.Http;

namespace Fraud.Collect.Tests.Fetching;

public class FetcherTests : FetchTestBase
{
    [Fact]
    public async Task A_page_comes_with_its_headers_but_without_cookies()
    {
        Site.On("/a", c =>
        {
            c.Response.Headers.ETag = "\"v1\"";
            c.Response.Headers.SetCookie = "session=1";
            c.Response.ContentType = "text/html";
            return c.Response.WriteAsync("词元");
        });

        var page = (await FetchAsync("/a#part")).Page!;

        Assert.Equal((Site.Url + "/a", 200, "\"v1\"", "text/html"), (page.Url, page.Status, page.ETag, page.ContentType));
        Assert.Equal("词元", Encoding.UTF8.GetString(page.Body));
        Assert.Contains("ETag: \"v1\"", page.Headers);
        Assert.DoesNotContain("session", page.Headers);
    }

    [Fact]
    public async Task One_honest_user_agent_is_sent_and_no_cookie_comes_back()
    {
        Site.On("/a", c =>
        {
            c.Response.Headers.SetCookie = "session=1";
            return Task.CompletedTask;
        });
        var fetcher = Fetcher();

        await fetcher.FetchAsync(new() { Url = Site.Url + "/a" }, Token);
        await fetcher.FetchAsync(new() { Url = Site.Url + "/a" }, Token);

        Assert.Equal("FraudBot/1.0 (+https://ops.example/bot)", Site.LastHeaders.UserAgent);
        Assert.False(Site.LastHeaders.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task A_page_not_changed_is_not_sent_again()
    {
        Site.On("/a", c =>
        {
            c.Response.StatusCode = c.Request.Headers.IfNoneMatch == "\"v1\"" && c.Request.Headers.IfModifiedSince == "Sun, 01 Nov 2026 12:00:00 GMT" ? 304 : 200;
            return Task.CompletedTask;
        });

        var outcome = await Fetcher().FetchAsync(new() { Url = Site.Url + "/a", ETag = "\"v1\"", LastModified = "Sun, 01 Nov 2026 12:00:00 GMT" }, Token);

        Assert.Equal(FetchResult.Unchanged, outcome.Result);
    }

    [Theory]
    [InlineData(404, FetchResult.Gone)]
    [InlineData(410, FetchResult.Gone)]
    [InlineData(401, FetchResult.Forbidden)]
    [InlineData(403, FetchResult.Forbidden)]
    [InlineData(451, FetchResult.Forbidden)]
    [InlineData(429, FetchResult.Throttled)]
    [InlineData(503, FetchResult.Throttled)]
    [InlineData(500, FetchResult.Failed)]
    [InlineData(418, FetchResult.Failed)]
    public async Task A_status_becomes_an_outcome(int status, FetchResult expected)
    {
        Site.Page("/a", "no", status: status);

        Assert.Equal(expected, (await FetchAsync("/a")).Result);
    }

    [Fact]
    public async Task A_passing_fault_is_tried_again_and_a_lasting_one_is_not()
    {
        var calls = 0;
        Site.On("/flaky", c =>
        {
            c.Response.StatusCode = ++calls < 3 ? 502 : 200;
            return Task.CompletedTask;
        });
        Site.Page("/lasting", "no", status: 501);

        Assert.Equal(FetchResult.Fetched, (await FetchAsync("/flaky")).Result);
        Assert.Equal(FetchResult.Failed, (await FetchAsync("/lasting")).Result);
        Assert.Equal(1, Site.Requests.Count(r => r == "/lasting"));
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/zip")]
    [InlineData("video/mp4")]
    public async Task What_is_no_text_is_left(string type)
    {
        Site.Page("/a", "x", type);

        Assert.Equal(FetchResult.NotText, (await FetchAsync("/a")).Result);
    }

    [Fact]
    public async Task Redirects_are_followed_to_the_page()
    {
        Site.Redirect("/a", "/b", 301).Redirect("/b", Site.Url + "/%E8%AF%8D", 308).Page("/词", "arrived");

        Assert.Equal(Site.Url + "/%E8%AF%8D", (await FetchAsync("/a")).Page?.Url);
    }

    [Fact]
    public async Task A_redirect_in_raw_utf8_is_understood()
    {
        Site.Page("/词元", "arrived");
        await using var raw = RawServer.Start("HTTP/1.1 302 Found\r\nLocation: " + Site.Url + "/词元\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.Equal(FetchResult.Fetched, (await Fetcher().FetchAsync(new() { Url = raw.Url + "/x" }, Token)).Result);
    }

    [Fact]
    public async Task A_redirect_loop_ends()
    {
        Site.Redirect("/a", "/b").Redirect("/b", "/a");

        var outcome = await FetchAsync("/a");

        Assert.Equal((FetchResult.Failed, "too many redirects"), (outcome.Result, outcome.Detail));
        Assert.Equal(7, Site.Requests.Count);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_in_time_is_left()
    {
        Site.On("/slow", async c => await Task.Delay(TimeSpan.FromSeconds(20), c.RequestAborted));

        var outcome = await FetchAsync("/slow", o => (o.RequestTimeout, o.Retries) = (TimeSpan.FromMilliseconds(300), 0));

        Assert.Equal((FetchResult.Failed, "no answer in time"), (outcome.Result, outcome.Detail));
    }

    [Fact]
    public async Task A_body_that_drips_is_cut_by_the_same_time_cap()
    {
        Site.On("/drip", async c =>
        {
            for (var i = 0; i < 200; i++)
            {
                await c.Response.WriteAsync("x", c.RequestAborted);
                await c.Response.Body.FlushAsync(c.RequestAborted);
                await Task.Delay(50, c.RequestAborted);
            }
        });

        Assert.Equal(FetchResult.Failed, (await FetchAsync("/drip", o => (o.RequestTimeout, o.Retries) = (TimeSpan.FromMilliseconds(400), 0))).Result);
    }

    [Fact]
    public async Task A_connection_reset_is_a_failure_not_an_exception()
    {
        Site.On("/reset", c =>
        {
            c.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(FetchResult.Failed, (await FetchAsync("/reset")).Result);
        Assert.Equal(3, Site.Requests.Count(r => r == "/reset"));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd")]
    [InlineData("HTTP/9.9 banana\r\n\r\n")]
    [InlineData("\0\0\0")]
    [InlineData("")]
    public async Task A_broken_answer_is_a_failure(string answer)
    {
        await using var raw = RawServer.Start(answer);

        var fetcher = Fetcher(o => o.Retries = 0);
        var outcome = await fetcher.FetchAsync(new() { Url = raw.Url + "/x" }, Token);

        Assert.Equal(FetchResult.Failed, outcome.Result);
    }

    [Fact]
    public async Task Nobody_listening_is_unreachable_robots()
    {
        var outcome = await Fetcher().FetchAsync(new() { Url = "http://127.0.0.1:1/" }, Token);

        Assert.Equal(FetchResult.RefusedByRobots, outcome.Result);
        Assert.NotNull(outcome.RetryAt);
    }

    [Fact]
    public async Task Cancelling_throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fetcher().FetchAsync(new() { Url = Site.Url + "/a" }, cancelled.Token));
    }
}
