using System.Text.Json.Nodes;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Report.Tests.Formats;

/// <summary>Each format against its receiver's rules.</summary>
public class SchemaTests
{
    public static TheoryData<string> Formats => ["xarf", "misp", "dsa", "key-notice"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_sample_keeps_the_receivers_rules(string format) => Assert.Empty(Faults(format, await Sample.WriteAsync(format)));

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Any_text_keeps_the_receivers_rules(string format, string text)
    {
        var confirmed = SomeCase.Confirmed(text, campaign: 1).WithContact("wechat", text).WithContact("url", text).WithContact("email", text).WithContact("btc", text).WithContact("phone", text).WithKey(issuer: text)
            .With((Post p) => p with { Url = text, Title = text, Author = text, Language = text, PostedAt = DateTimeOffset.MinValue });

        Assert.Empty(Faults(format, await Sample.WriteAsync(format, confirmed with { Reason = text, EvidenceSha256 = text })));
        Assert.Empty(Faults(format, await Sample.WriteAsync(format, confirmed.With((Post p) => p with { Url = "https://例子.测试/" + text }))));
    }

    public static MatrixTheoryData<string, string> HostileTexts => new(
        Formats.Select(f => f.Data), ["", " ", "\0", "\ud800", "\"\\", "http://[", "http://[::1]:80/x", "http://127.0.0.1/a b", "https://a/%zz", "a@b", "\u202e", "zz", new string('x', 100_000)]);

    [Theory]
    [InlineData("xarf", "\"category\":\"content\"", "\"category\":\"other\"")]
    [InlineData("xarf", "\"fraud_type\":\"investment\"", "\"fraud_type\":\"investment_scam\"")]
    [InlineData("xarf", "\"reporter\":", "\"reported_by\":")]
    [InlineData("xarf", "\"fraud:", "\"诈骗:")]
    [InlineData("misp", "\"threat_level_id\":\"2\"", "\"threat_level_id\":2")]
    [InlineData("misp", "\"to_ids\":true", "\"to_ids\":\"1\"")]
    [InlineData("misp", "\"date\":\"20", "\"date\":\"")]
    [InlineData("dsa", "\"automated_detection\":\"Yes\"", "\"automated_detection\":true")]
    [InlineData("dsa", "\"incompatible_content_ground\"", "\"ground\"")]
    [InlineData("key-notice", "\"token\"", "\"secret\"")]
    public async Task The_rules_find_a_broken_report(string format, string find, string put)
    {
        var text = (await Sample.WriteAsync(format)).Replace("\": ", "\":", StringComparison.Ordinal);
        Assert.Contains(find, text, StringComparison.Ordinal);

        Assert.NotEmpty(Faults(format, text.Replace(find, put, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_draft_for_the_platform_names_nobody_and_quotes_nobody()
    {
        var confirmed = SomeCase.Confirmed("加微信 tk_8888").WithContact("wechat", "tk_8888").With((Post p) => p with { Author = "some_seller", Title = "Zhang Wei sells" });

        var draft = await Sample.WriteAsync("dsa", confirmed with { Reason = "seller is Zhang Wei" });

        Assert.All(["tk_8888", "some_seller", "Zhang", "forum.example", "example.org"], hidden => Assert.DoesNotContain(hidden, draft, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_seen_in_two_places_is_two_notices()
    {
        var notices = JsonNode.Parse(await Sample.WriteAsync("key-notice"))!.AsArray();

        Assert.Equal(["https://forum.example/t/4", "https://forum.example/t/9", ""], notices.Select(n => (string)n!["url"]!));
        Assert.Equal(["openai_project", "openai_project", "anthropic_api_key"], notices.Select(n => (string)n!["type"]!));
    }

    [Fact]
    public async Task A_case_with_keys_and_an_offer_is_reported_as_both()
    {
        var reports = Lines(await Sample.WriteAsync("xarf", SomeCase.Confirmed().WithKey()));

        Assert.Equal(["fraud", "exposed_data"], reports.Select(r => (string)r!["type"]!));
    }

    private static List<string> Faults(string format, string text)
    {
        var schema = JsonSchema.Load(format);
        return format is "xarf" or "dsa" ? [.. Lines(text).SelectMany(schema.Faults)] : schema.Faults(JsonNode.Parse(text));
    }

    private static IEnumerable<JsonNode?> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l));
}
