using System.Net;
using Fraud.Jobs.Hangfire;
using Microsoft.Data.Sqlite;

namespace Fraud.Tests.Hosting;

/// <summary>Web and workers as processes of their own on one data folder.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    private const int Posts = 300;
    private const int Kills = 6;
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(60);
    private readonly TestInstallation _installation = new();

    public async ValueTask InitializeAsync() => await _installation.Start("web").LineAsync("console", StartWithin);

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task The_web_takes_posts_in_and_a_worker_makes_cases_of_them()
    {
        await _installation.PushAsync(0, 3);
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        Assert.Equal(0, await _installation.CasesAsync());

        var worker = _installation.Start("worker");
        var ready = (await worker.LineAsync("worker", StartWithin)).Split(' ')[1];

        await TestInstallation.UntilAsync(async () => await _installation.CasesAsync() == 3);
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(ready), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(new Uri(ready), "/check"), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_new_policy_is_taken_up_by_all_processes_and_a_faulty_one_by_none()
    {
        await _installation.Start("worker").LineAsync("worker", StartWithin);
        _installation.SetPolicyVersion("77");

        await TestInstallation.UntilAsync(async () => await _installation.PolicyAsync() == "default@77");
        await _installation.PushAsync(0, 1);
        await TestInstallation.UntilAsync(() => Task.FromResult(Query("SELECT COUNT(*) FROM Assessment WHERE Policy = 'default@77'") == 1));
        _installation.SetPolicyVersion("broken");
        await Task.Delay(3500, TestContext.Current.CancellationToken);
        Assert.Equal("default@77", await _installation.PolicyAsync());
    }

    [Theory]
    [InlineData("Quartz")]
    [InlineData("Hangfire")]
    public async Task Four_workers_killed_at_random_under_load_lose_no_alert_and_double_none(string scheduler)
    {
        Assert.SkipUnless(scheduler == "Quartz" || HangfireEngine.Engine.Present, $"{scheduler} is not in this build");
        _installation.UseScheduler(scheduler);
        var chance = new Random(20261122);
        var workers = Enumerable.Range(0, 4).Select(_ => _installation.Start("worker")).ToArray();
        for (var kill = 0; kill < Kills; kill++)
        {
            await _installation.PushAsync(kill * Posts / Kills, Posts / Kills);
            var victim = chance.Next(workers.Length);
            await workers[victim].LineAsync("worker", StartWithin);
            await Task.Delay(chance.Next(50, 900), TestContext.Current.CancellationToken);
            await workers[victim].KillAsync();
            workers[victim] = _installation.Start("worker");
        }

        await TestInstallation.UntilAsync(async () => await _installation.CasesAsync() >= Posts, seconds: 120);
        await TestInstallation.UntilAsync(() => Task.FromResult(Query("SELECT COUNT(*) FROM Outbox WHERE PushedAt IS NULL") == 0));
        Assert.Equal(Posts, Query("SELECT COUNT(DISTINCT PostId) FROM ReviewCase"));
        Assert.Equal(Posts, Query("SELECT COUNT(*) FROM Assessment"));
        Assert.Equal(Posts, Query("SELECT COUNT(*) FROM Outbox"));
        Assert.Equal(Posts, Query("SELECT COUNT(*) FROM CaseEvent WHERE Kind = 'case.opened'"));
    }

    private long Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_installation.Database};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
