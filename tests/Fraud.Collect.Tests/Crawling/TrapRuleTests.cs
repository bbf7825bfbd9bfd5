using Fraud.Collect.Crawling;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Collect.Tests.Crawling;

public class TrapRuleTests
{
    [Theory]
    [InlineData("https://a.example/a/b/a/b/a/b/a/b", "path repeats itself")]
    [InlineData("https://a.example/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17", "path of more than 16 parts")]
    [InlineData("https://a.example/?a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9&j=1&k=2&l=3&m=4", "more than 12 parameters")]
    [InlineData("https://a.example/list?f=1&f=2&f=3&f=4", "a parameter is given again and again")]
    [InlineData("https://a.example/calendar/2031/05", "calendar page far from today")]
    [InlineData("https://a.example/events?year=2027&month=6", "calendar page far from today")]
    [InlineData("https://a.example/?month=2099-01", "calendar page far from today")]
    [InlineData("https://a.example/cal/1971/01", "calendar page far from today")]
    [InlineData("https://a.example/calendar/2026/11", "")]
    [InlineData("https://a.example/news/2031/05/1", "")]
    [InlineData("https://a.example/thread-2031-1-1.html", "")]
    [InlineData("https://a.example/forum.php?mod=viewthread&tid=20991&page=3", "")]
    public void Urls_a_site_can_make_for_ever_are_told_from_others(string url, string reason) => Assert.Equal(reason, TrapRules.Reason(url, Some.Moment));

    [Fact]
    public void Any_text_is_judged()
    {
        var chance = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            TrapRules.Reason("https://a.example/cal" + new string([.. Enumerable.Range(0, chance.Next(60)).Select(_ => (char)chance.Next(32, 0x2FFF))]), Some.Moment);
        }
    }

    [Theory]
    [InlineData("https://A.example:443/x?b=2&a=1#frag", "https://a.example/x?a=1&b=2")]
    [InlineData("http://a.example/x;jsessionid=AB12?utm_source=q&gclid=1", "http://a.example/x")]
    [InlineData("https://a.example/x?a=2&a=1", "https://a.example/x?a=2&a=1")]
    [InlineData("not a url", "not a url")]
    public void A_page_has_one_key(string url, string key) => Assert.Equal(key, CrawlUrl.KeyOf(url));

    [Theory]
    [InlineData("https://Bücher.example:8443/", "xn--bcher-kva.example")]
    [InlineData("http://①②⑦.0.0.1/", "127.0.0.1")]
    [InlineData("nonsense", "")]
    public void A_host_is_known_by_its_ascii_name(string url, string host) => Assert.Equal(host, CrawlUrl.HostOf(url));
}
