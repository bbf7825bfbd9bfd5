using System.Net.Http.Json;
using System.Text.Json;
using Fraud.Testing;

namespace Fraud.Tests.Demo;

/// <summary>Stopping, killing and starting again.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TempFolder _data = new();
    private readonly int _port = FraudProcess.FreePort();
    private readonly int _sitePort = FraudProcess.FreePort();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_second_start_finds_everything_again()
    {
        long decided;
        int before;
        await using (var first = Start())
        {
            await first.ReadyAsync();
            decided = await DecideOneAsync(first);
            before = (await first.CasesAsync()).Count;
            await first.Process.InterruptAsync();
            Assert.Equal(0, first.Process.ExitCode);
        }

        await using var second = Start();
        await second.ReadyAsync();
        var cases = await second.CasesAsync();

        Assert.Equal(before, cases.Count);
        Assert.Equal("confirmed", State(cases.Single(c => Id(c) == decided)));
    }

    [Fact]
    public async Task Killing_it_again_and_again_loses_and_doubles_nothing()
    {
        var chance = new Random(20261121);
        for (var kill = 0; kill < 8; kill++)
        {
            await using var victim = Start();
            await victim.Process.LineAsync("console", TimeSpan.FromSeconds(60));
            await Task.Delay(chance.Next(50, 1500));
            await victim.Process.KillAsync();
        }

        await using var survivor = Start();
        await survivor.ReadyAsync();
        using var clean = new TempFolder();
        var kept = Addresses(await survivor.CasesAsync());
        await survivor.Process.InterruptAsync();
        await using var reference = DemoRun.Start(clean.Path, _port, _sitePort);
        await reference.ReadyAsync();

        Assert.Equal(Addresses(await reference.CasesAsync()), kept);
    }

    private DemoRun Start() => DemoRun.Start(_data.Path, _port, _sitePort);

    private static long Id(JsonElement found) => found.GetProperty("summary").GetProperty("id").GetInt64();

    private static string State(JsonElement found) => found.GetProperty("summary").GetProperty("state").GetString()!;

    private static List<string> Addresses(IEnumerable<JsonElement> cases) =>
        [.. cases.Select(c => c.GetProperty("assessed").GetProperty("post")).Select(p => $"{p.GetProperty("source").GetString()} {p.GetProperty("native_id").GetString()}").Order(StringComparer.Ordinal)];

    private static async Task<long> DecideOneAsync(DemoRun run)
    {
        using var claimed = await run.Http.PostAsync(new Uri("/api/v1/cases/next/claim", UriKind.Relative), null);
        var lease = await claimed.Content.ReadFromJsonAsync<JsonElement>();
        var id = lease.GetProperty("case_id").GetInt64();
        using var decided = await run.Http.PostAsJsonAsync($"/api/v1/cases/{id}/decide", new { fence = lease.GetProperty("fence").GetInt64(), decision = "confirm", reason = "as-flagged" });
        decided.EnsureSuccessStatusCode();
        return id;
    }
}
