using System.Net.Http.Headers;
using System.Text.Json;

namespace Fraud.Testing;

/// <summary>`fraud demo` on free ports, with the answers a test needs.</summary>
public sealed class DemoRun : IAsyncDisposable
{
    private DemoRun(FraudProcess process, string url)
    {
        Process = process;
        Url = url;
        Http = new() { BaseAddress = new Uri(url) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", FraudProcess.ApiKey);
    }

    /// <summary>The process.</summary>
    public FraudProcess Process { get; }

    /// <summary>Address of the console.</summary>
    public string Url { get; }

    /// <summary>A client that carries the API key.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts the demo; the same ports must be given again to go on with the same data.</summary>
    public static DemoRun Start(string data, int port, int sitePort)
    {
        var url = $"http://127.0.0.1:{port}";
        return new(FraudProcess.Start("demo", "--data", data, "--url", url, "--site-port", $"{sitePort}"), url);
    }

    /// <summary>The one-time password as printed.</summary>
    public async Task<string> PasswordAsync()
    {
        var line = await Process.LineAsync("sign in", TimeSpan.FromSeconds(60));
        return line.Split('/', 2)[1].Trim().Split(' ')[0];
    }

    /// <summary>Waits until the queue has come to rest.</summary>
    public Task ReadyAsync() => Process.LineAsync("ready", TimeSpan.FromSeconds(180));

    /// <summary>A JSON answer of the API.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync())).RootElement;
    }

    /// <summary>Every case whole.</summary>
    public async Task<IReadOnlyList<JsonElement>> CasesAsync()
    {
        var page = await GetAsync("/api/v1/cases?state=all&size=200");
        List<JsonElement> cases = [];
        foreach (var summary in page.GetProperty("cases").EnumerateArray())
        {
            cases.Add(await GetAsync($"/api/v1/cases/{summary.GetProperty("id").GetInt64()}"));
        }

        return cases;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Process.DisposeAsync();
    }
}
