using System.Buffers;
using System.Net.Http.Json;
using System.Text;
using Fraud.Demo;

namespace Fraud.Tests.Demo;

/// <summary>The main job, end to end, through the real executable.</summary>
public sealed class DemoTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    [Fact]
    public void Every_planted_scam_reaches_the_queue()
    {
        var reached = demo.Cases.Select(demo.AddressOf).ToHashSet();
        var missed = demo.ByAddress.Where(p => p.Value.Planted && !reached.Contains(p.Key)).Select(p => $"{p.Value.Label} {p.Key}");

        Assert.Empty(missed);
    }

    [Fact]
    public void No_benign_post_raises_an_alert() => Assert.Empty(Slandered("alert"));

    [Fact]
    public void At_most_one_benign_post_in_a_hundred_is_reviewed() => Assert.Empty(Slandered("review").Skip(demo.ByAddress.Values.Count(p => !p.Planted) / 100));

    [Fact]
    public void No_post_has_two_cases()
    {
        Assert.Empty(demo.Cases.GroupBy(demo.AddressOf).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void No_key_rests_in_clear()
    {
        var words = demo.Cases.Select(c => c.GetRawText());

        Assert.DoesNotContain(words, w => w.Contains("T3BlbkFJ", StringComparison.Ordinal));
    }

    /// <summary>The keys as the sample pages showed them, against every byte kept and every line logged.</summary>
    [Fact]
    public void No_key_rests_in_a_file_or_a_line_of_the_log()
    {
        string[] kinds = ["openai-proj", "openai", "anthropic", "google", "deepseek", "aws", "github"];
        var keys = demo.Manifest.Posts.SelectMany(p => kinds.Select(k => DemoKeys.Fill($"{{{{key:{k}}}}}", p.Page)[^16..])).ToArray();
        var secrets = SearchValues.Create(keys, StringComparison.Ordinal);

        Assert.Contains(demo.Cases, c => c.GetProperty("assessed").GetProperty("assessment").GetProperty("keys").GetArrayLength() > 0);
        Assert.All(Directory.EnumerateFiles(demo.Data, "*", SearchOption.AllDirectories), file => Assert.False(Read(file).AsSpan().ContainsAny(secrets), file));
        Assert.DoesNotContain(demo.Run.Process.Lines, l => l.AsSpan().ContainsAny(secrets));
        Assert.DoesNotContain(demo.Cases, c => c.GetRawText().AsSpan().ContainsAny(secrets));
    }

    [Fact]
    public async Task The_check_answers_with_the_same_shape_and_keeps_nothing()
    {
        using var answer = await demo.Run.Http.PostAsJsonAsync("/api/v1/check", new { id = "A1", text = "内部渠道拿的词元，官方价三折，囤一手转手就赚，加微信 lucky_tk88" });
        var result = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();

        Assert.Equal("A1", result.GetProperty("id").GetString());
        Assert.Equal("alert", result.GetProperty("verdict").GetString());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/check")]
    [InlineData("/signin")]
    public async Task An_open_address_answers_with_a_strict_policy(string path)
    {
        using var answer = await demo.Run.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/queue")]
    [InlineData("/cases/1")]
    [InlineData("/accounts")]
    [InlineData("/cases/1/evidence")]
    public async Task A_stranger_is_sent_to_sign_in(string path)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var stranger = new HttpClient(handler) { BaseAddress = new Uri(demo.Run.Url) };
        using var answer = await stranger.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/signin", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_refuses_a_caller_without_a_key()
    {
        using var stranger = new HttpClient { BaseAddress = new Uri(demo.Run.Url) };
        using var answer = await stranger.GetAsync(new Uri("/api/v1/cases", UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    // The running service has the database open
    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private IEnumerable<string> Slandered(string verdict)
    {
        var planted = demo.ByAddress.Where(p => p.Value.Planted).Select(p => p.Key).ToHashSet();
        return demo.Cases.Where(c => !planted.Contains(demo.AddressOf(c)) && c.GetProperty("summary").GetProperty("verdict").GetString() == verdict)
            .Select(c => $"{demo.AddressOf(c)}: {c.GetProperty("summary").GetProperty("label").GetString()} {c.GetProperty("summary").GetProperty("excerpt").GetString()}");
    }
}
