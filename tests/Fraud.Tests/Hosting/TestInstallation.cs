using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Fraud.Testing;

namespace Fraud.Tests.Hosting;

/// <summary>Several processes on one data folder and one models folder: one installation.</summary>
internal sealed class TestInstallation : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<FraudProcess> _processes = [];
    private readonly string _url = $"http://127.0.0.1:{FraudProcess.FreePort()}";

    public TestInstallation()
    {
        CopyModels();
        UseScheduler("Quartz");
        Http = new() { BaseAddress = new(_url) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", FraudProcess.ApiKey);
    }

    public HttpClient Http { get; }

    public string Database => Path.Combine(_folder.Path, "data", "fraud.db");

    private string Config => Path.Combine(_folder.Path, "fraud.json");

    private string Models => Path.Combine(_folder.Path, "models");

    /// <summary>What the processes started from now on run their jobs on.</summary>
    public void UseScheduler(string scheduler) =>
        File.WriteAllText(Config, JsonSerializer.Serialize(new
        {
            Fraud = new
            {
                Url = _url,
                Scheduler = scheduler,
                Hangfire = new { Storage = "Memory" },
                DataFolder = Path.Combine(_folder.Path, "data"),
                ModelsFolder = Models,
                ModelsCheckEvery = "00:00:01",
                Jobs = new { DetectEvery = "00:00:01", PushEvery = "00:00:01", DetectLease = "00:00:03", DetectBatch = 50 },
            },
        }));

    public FraudProcess Start(string role)
    {
        var process = FraudProcess.Start("serve", "--role", role, "--config", Config);
        _processes.Add(process);
        return process;
    }

    /// <summary>Every post the same pitch by another seller.</summary>
    public async Task PushAsync(int from, int count)
    {
        var lines = Enumerable.Range(from, count).Select(i => JsonSerializer.Serialize(new { id = $"p{i}", text = $"囤词元就像早年囤比特币，现在一元一刀，坐等升值，稳赚不赔，加微信 seller{i}x 上车" }));
        using var answer = await Http.PostAsync(new Uri("/api/v1/posts", UriKind.Relative), new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson"));
        answer.EnsureSuccessStatusCode();
    }

    public async Task<int> CasesAsync() => (await Http.GetFromJsonAsync<JsonElement>("/api/v1/cases?state=all&size=1")).GetProperty("total").GetInt32();

    public async Task<string> PolicyAsync()
    {
        using var answer = await Http.PostAsJsonAsync("/api/v1/check", new { text = "hello" });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("policy").GetString()!;
    }

    public void SetPolicyVersion(string version)
    {
        var file = Path.Combine(Models, "policies", "default.json");
        var text = System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(file), "\"version\":\\s*[^,\\s]+", $"\"version\": {version}");
        File.WriteAllText(file + ".new", text);
        File.Move(file + ".new", file, overwrite: true);
    }

    public static async Task UntilAsync(Func<Task<bool>> holds, int seconds = 60)
    {
        for (var i = 0; i < seconds * 4 && !await holds(); i++)
        {
            await Task.Delay(250);
        }

        Assert.True(await holds());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        _folder.Dispose();
    }

    private void CopyModels()
    {
        foreach (var file in Directory.EnumerateFiles(Repo.Models, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) != "corpus"))
        {
            var copy = Path.Combine(Models, Path.GetRelativePath(Repo.Models, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
