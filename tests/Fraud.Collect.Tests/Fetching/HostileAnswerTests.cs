using System.Net;
using System.Text;
using Fraud.Collect.Fetching;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Collect.Tests.Fetching;

/// <summary>Servers that lie, flood or dawdle, and addresses written to look like others.</summary>
public class HostileAnswerTests : FetchTestBase
{
    [Fact]
    public async Task A_flood_of_headers_ends_the_fetch()
    {
        await using var raw = RawServer.Start($"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Range(0, 3000).Select(i => $"X-{i}: {new string('x', 50)}\r\n"))}\r\nbody");

        Assert.Equal(FetchResult.Failed, (await Fetcher(o => o.Retries = 0).FetchAsync(new() { Url = raw.Url + "/x" }, Token)).Result);
    }

    [Fact]
    public async Task A_head_without_end_is_cut_by_the_time_cap()
    {
        await using var raw = RawServer.Start("HTTP/1.1 200 OK\r\nX-A: ", hold: true);

        var outcome = await Fetcher(o => (o.RequestTimeout, o.Retries) = (TimeSpan.FromMilliseconds(400), 0)).FetchAsync(new() { Url = raw.Url + "/x" }, Token);

        Assert.Equal((FetchResult.Failed, "no answer in time"), (outcome.Result, outcome.Detail));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D")]
    [InlineData("FFD8FFE000104A464946")]
    [InlineData("504B030414000000")]
    [InlineData("255044462D312E37")]
    [InlineData("3C68746D6C3E0000000041")]
    public async Task A_binary_body_that_says_it_is_html_is_no_text(string hex)
    {
        Site.On("/a", c =>
        {
            c.Response.ContentType = "text/html";
            return c.Response.Body.WriteAsync(Convert.FromHexString(hex)).AsTask();
        });

        Assert.Equal(FetchResult.NotText, (await FetchAsync("/a")).Result);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("gb18030")]
    public async Task Text_in_wide_characters_is_text(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Site.On("/a", c =>
        {
            c.Response.ContentType = "text/html; charset=" + charset;
            return c.Response.Body.WriteAsync(Encoding.GetEncoding(charset).GetBytes("<html><p>hello 词元 hello hello hello</p></html>")).AsTask();
        });

        Assert.Equal(FetchResult.Fetched, (await FetchAsync("/a")).Result);
    }

    [Theory]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://0/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://0300.0250.0.1/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::ffff:0:127.0.0.1]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[0:0:0:0:0:ffff:127.0.0.1]/")]
    [InlineData("http://[2002:c0a8:101::]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://example.org:6379/")]
    [InlineData("http://user@127.0.0.1/")]
    public async Task Private_addresses_in_other_clothes_are_refused(string url)
    {
        var fetcher = Fetcher(o => o.AllowedPrivateHosts.Clear(), s => s.AddSingleton<IHostResolver>(new FakeResolver("127.0.0.1")));

        var outcome = await fetcher.FetchAsync(new() { Url = url }, Token);

        Assert.True(outcome.Result is FetchResult.Blocked or FetchResult.RefusedByRobots, $"{outcome.Result} {outcome.Detail}");
        Assert.Empty(Site.Requests);
    }

    [Fact]
    public async Task A_name_rebound_between_robots_and_page_is_refused_at_the_connection()
    {
        var port = new Uri(Site.Url).Port;
        var guard = new AddressGuard(Options(o => { o.AllowedPrivateHosts.Clear(); o.AllowedPorts.Add(port); }).Fetch, new FakeResolver("127.0.0.1"));
        using var client = new HttpMessageInvoker(guard.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://rebound.example:{port}/");

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(request, Token));

        Assert.IsType<AddressRefusedException>(fault.InnerException);
        Assert.Empty(Site.Requests);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_given_back_when_the_caller_stays_on_its_host()
    {
        Site.Redirect("/a", "http://other.example/b");

        var outcome = await Fetcher().FetchAsync(new() { Url = Site.Url + "/a", StayOnHost = true }, Token);

        Assert.Equal((FetchResult.Moved, "http://other.example/b"), (outcome.Result, outcome.Location));
    }

    [Fact]
    public async Task A_proxy_is_asked_for_the_page_and_is_the_only_host_connected_to()
    {
        Site.Page("/robots.txt", "").Page("/far", "through the proxy");

        var outcome = await Fetcher(o => o.Proxy = new(Site.Url)).FetchAsync(new() { Url = "http://far.example/far" }, Token);

        Assert.Equal((FetchResult.Fetched, "far.example"), (outcome.Result, Site.LastHeaders.Host.ToString()));
    }

    [Fact]
    public void Requests_ask_for_http_2_and_take_1()
    {
        using var message = HttpTransport.CreateMessage(new("https://a.example/"), new() { Url = "https://a.example/" }, new());

        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower), (message.Version, message.VersionPolicy));
    }
}
