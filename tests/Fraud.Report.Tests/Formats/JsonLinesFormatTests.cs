using System.Text.Json;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Report.Tests.Formats;

public class JsonLinesFormatTests
{
    [Fact]
    public async Task A_case_is_one_line_with_its_post_and_assessment()
    {
        using var desk = new Desk(SomeCase.Confirmed("line\nline", campaign: 7).WithKey() with { EvidenceSha256 = new string('c', 64), EvidenceAt = Some.Moment }, SomeCase.Confirmed());

        var lines = (await desk.WriteAsync("jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal("line\nline", first.RootElement.GetProperty("post").GetProperty("text").GetString());
        Assert.Equal("hoarding", first.RootElement.GetProperty("assessment").GetProperty("label").GetString());
        Assert.Equal(new string('c', 64), first.RootElement.GetProperty("evidence").GetProperty("sha256").GetString());
        Assert.Equal(7, first.RootElement.GetProperty("campaign_id").GetInt64());
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Every_format_survives_any_text(string format, string text)
    {
        using var desk = new Desk(SomeCase.Confirmed(text, campaign: 1).WithContact("wechat", text).WithContact("url", text).WithContact("email", text).WithKey(issuer: text)
            .With((Post p) => p with { Url = text, Title = text, Author = text, Language = text, Links = [text] }) with { Reason = text });

        await desk.MakeAsync(format);

        Assert.True((await desk.VerifyAsync()).IsWhole);
    }

    public static MatrixTheoryData<string, string> Hostile => new(
        Desk.Formats().Select(f => f.Name),
        ["", " ", "\0\u0001\u001f", "\ud800", "\udc00\ud800", "\u202e‮‏", "'\"\\`", "]]>--><script>", "http://[", "https://例子.测试/路径?q=词元", "a@b", new string('x', 70_000)]);
}
