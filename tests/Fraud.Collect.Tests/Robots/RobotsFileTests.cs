using System.Text;
using System.Text.Json;
using Fraud.Collect.Robots;

namespace Fraud.Collect.Tests.Robots;

public class RobotsFileTests
{
    private const string Agent = "PatrolBot";

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Robots", "cases.jsonl")))
        {
            data.Add(JsonDocument.Parse(line).RootElement.GetProperty("case").GetString()!, line);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Published_and_own_cases_are_decided_as_written(string name, string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        var content = json.TryGetProperty("robots_b64", out var encoded) ? encoded.GetBytesFromBase64() : Encoding.UTF8.GetBytes(json.GetProperty("robots").GetString()!);

        var decision = RobotsFile.Parse(content).Decide(json.GetProperty("agent").GetString()!, json.GetProperty("url").GetString()!);

        Assert.True(json.GetProperty("allowed").GetBoolean() == decision.Allowed, $"{name}: {line}");
    }

    [Theory]
    [InlineData("Disallow: /a", "/a/b", "Disallow: /a")]
    [InlineData("disalow:/a*", "/a/b", "Disallow: /a*")]
    [InlineData("Disallow: /词", "/%E8%AF%8D", "Disallow: /词")]
    [InlineData("Disallow: /\nAllow: /a/index.html", "/a/", "Allow: /a/index.html")]
    [InlineData("Disallow: /a", "/b", "")]
    [InlineData("Disallow:", "/b", "")]
    public void The_deciding_rule_is_named(string rules, string path, string expected) =>
        Assert.Equal(expected, Parse($"User-agent: *\n{rules}").Decide(Agent, path).Rule);

    [Fact]
    public void A_line_is_read_up_to_16663_octets()
    {
        var kept = "/x/" + new string('a', 16_663 - "disallow: /x/".Length);
        var robots = Parse($"user-agent: {Agent}\ndisallow: {kept}/more\n");

        Assert.True(robots.Decide(Agent, "/x/a").Allowed);
        Assert.False(robots.Decide(Agent, kept + "/other").Allowed);
    }

    [Fact]
    public void Rules_beyond_500_KiB_are_read()
    {
        var robots = Parse($"user-agent: {Agent}\n{string.Concat(Enumerable.Repeat("allow: /filling/line\n", 30_000))}disallow: /last\n");

        Assert.False(robots.Decide(Agent, "/last").Allowed);
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 7", 7.0)]
    [InlineData("User-agent: PatrolBot\nCrawl-delay: 0.5\nAllow: /\nUser-agent: *\nCrawl-delay: 7", 0.5)]
    [InlineData("User-agent: PatrolBot\nCrawl-delay: 1\nAllow: /\nUser-agent: PatrolBot\nCrawl-delay: 3", 3.0)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("Crawl-delay: 7\nUser-agent: *", null)]
    public void The_crawl_delay_of_the_agents_group_is_given(string robots, double? seconds) =>
        Assert.Equal(seconds, Parse(robots).CrawlDelay(Agent)?.TotalSeconds);

    [Fact]
    public void Sitemaps_are_given_wherever_they_stand()
    {
        var robots = Parse("Sitemap: https://a.example/1.xml\nUser-agent: *\nDisallow: /\nsite-map: https://a.example/2.xml\n");

        Assert.Equal(["https://a.example/1.xml", "https://a.example/2.xml"], robots.Sitemaps);
    }

    [Fact]
    public void A_hostile_pattern_costs_little()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 8_000));
        var robots = Parse("User-agent: *\n" + string.Concat(Enumerable.Repeat($"Disallow: /{pattern}b\n", 30)));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.True(robots.Decide(Agent, "/" + new string('a', 8_000)).Allowed);
        Assert.True(watch.ElapsedMilliseconds < 5_000);
    }

    [Fact]
    public void Any_bytes_parse_and_any_url_is_decided()
    {
        var random = new Random(1);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            var robots = RobotsFile.Parse([.. "User-agent: *\nDisallow: "u8, .. bytes]);
            robots.Decide(Agent, Encoding.Latin1.GetString(bytes));
            robots.CrawlDelay(Agent);
        }
    }

    [Fact]
    public void All_or_nothing_files_say_so()
    {
        Assert.True(RobotsFile.AllowAll.Decide(Agent, "/x").Allowed);
        Assert.False(RobotsFile.DenyAll.Decide(Agent, "/x").Allowed);
    }

    private static RobotsFile Parse(string text) => RobotsFile.Parse(Encoding.UTF8.GetBytes(text));
}
