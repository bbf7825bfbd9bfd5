using System.Net;
using Fraud.Collect.Fetching;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Collect.Tests.Fetching;

public class AddressGuardTests : FetchTestBase
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.0.192")]
    [InlineData("198.18.0.1")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:808:808::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    [InlineData("100::1")]
    public void A_special_address_is_not_public(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.32.0.1")]
    [InlineData("192.0.1.1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void An_ordinary_address_is_public(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://１２７.0.0.1/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://①②⑦.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://user:pass@example.org/")]
    [InlineData("http://example.org:22/")]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    [InlineData("")]
    public async Task A_url_to_nowhere_public_is_refused_before_any_connection(string url)
    {
        var fetcher = Fetcher(o => o.AllowedPrivateHosts.Clear(), s => s.AddSingleton<IHostResolver>(new FakeResolver()));

        Assert.Equal(FetchResult.Blocked, (await fetcher.FetchAsync(new() { Url = url }, Token)).Result);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.5 192.168.0.9 ::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task A_name_that_resolves_to_private_addresses_is_never_connected_to(string addresses)
    {
        var port = new Uri(Site.Url).Port;
        Site.Page("/robots.txt", "").Page("/secret", "x");
        var fetcher = Fetcher(o => o.AllowedPorts.Add(port), s => s.AddSingleton<IHostResolver>(new FakeResolver(addresses)));

        var outcome = await fetcher.FetchAsync(new() { Url = $"http://evil.example:{port}/secret" }, Token);

        Assert.NotEqual(FetchResult.Fetched, outcome.Result);
        Assert.Empty(Site.Requests);
    }

    [Fact]
    public async Task Every_connection_resolves_anew_and_keeps_only_public_addresses()
    {
        var guard = new AddressGuard(new(), new FakeResolver("1.1.1.1 127.0.0.1 fd00::1", "10.0.0.1"));

        Assert.Equal([IPAddress.Parse("1.1.1.1")], await guard.ResolveAsync("rebound.example", 80, Token));
        await Assert.ThrowsAsync<AddressRefusedException>(() => guard.ResolveAsync("rebound.example", 80, Token));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/secret")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/secret")]
    [InlineData("//169.254.169.254/latest")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_to_a_private_address_is_refused(string location)
    {
        var port = new Uri(Site.Url).Port;
        Site.Redirect("/go", string.Format(null, location, port)).Page("/secret", "x");
        var fetcher = Fetcher(
            o => { o.AllowedPrivateHosts.Clear(); o.AllowedPrivateHosts.Add("demo.example"); o.AllowedPorts.Add(port); },
            s => s.AddSingleton<IHostResolver>(new FakeResolver("127.0.0.1")));

        var outcome = await fetcher.FetchAsync(new() { Url = $"http://demo.example:{port}/go" }, Token);

        Assert.Equal(FetchResult.Blocked, outcome.Result);
        Assert.DoesNotContain("/secret", Site.Requests);
    }

    [Fact]
    public void The_handler_follows_and_keeps_nothing_by_itself()
    {
        var handler = new AddressGuard(new(), new FakeResolver()).CreateHandler();

        Assert.False(handler.AllowAutoRedirect || handler.UseCookies || handler.UseProxy);
        Assert.NotNull(handler.ConnectCallback);
    }
}
