using System.Text.Json;
using Fraud.Demo;
using Fraud.Testing;

namespace Fraud.Tests.Demo;

/// <summary>One finished run of the demo, shared by the tests that only read it.</summary>
public sealed class DemoFixture : IAsyncLifetime
{
    private readonly TempFolder _data = new();

    /// <summary>Where the demo keeps its data.</summary>
    internal string Data => _data.Path;

    internal DemoRun Run { get; private set; } = null!;

    internal DemoManifest Manifest { get; private set; } = null!;

    internal IReadOnlyList<JsonElement> Cases { get; private set; } = [];

    internal IReadOnlyDictionary<string, DemoPost> ByAddress { get; private set; } = null!;

    /// <summary>"path" or "path#key" of a case's post, as in the manifest.</summary>
    internal string AddressOf(JsonElement found)
    {
        var post = found.GetProperty("assessed").GetProperty("post");
        var path = new Uri(post.GetProperty("url").GetString()!).AbsolutePath;
        var key = post.GetProperty("native_id").GetString()!;
        return ByAddress.Keys.FirstOrDefault(a => a == path || IsKeyOf(a, key)) ?? $"{path} ({key})";
    }

    // A parser may put the host or the kind of anchor before the page's own id
    private static bool IsKeyOf(string address, string nativeId) =>
        address.Split('#', 2) is [_, var key] && nativeId.EndsWith(key, StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        await using (var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Demo", "site.json")))
        {
            Manifest = (await JsonSerializer.DeserializeAsync<DemoManifest>(file, JsonSerializerOptions.Web))!;
        }

        ByAddress = Manifest.Posts.ToDictionary(p => p.Key.Length == 0 ? p.Page : $"{p.Page}#{p.Key}");
        Run = DemoRun.Start(_data.Path, FraudProcess.FreePort(), FraudProcess.FreePort());
        await Run.ReadyAsync();
        Cases = await Run.CasesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Run.DisposeAsync();
        _data.Dispose();
    }
}
