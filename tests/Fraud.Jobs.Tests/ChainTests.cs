using Fraud.Cases;
using Fraud.Contracts;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Review;
using Fraud.Storage;
using Fraud.Testing;
using Fraud.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fraud.Jobs.Tests;

/// <summary>All jobs on Quartz over a real store, with intervals far too long to help: only the hints chain the stages.</summary>
public sealed class ChainTests : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"fraud-{Guid.NewGuid():n}");
    private IHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var hour = TimeSpan.FromHours(1);
        var options = new JobOptions { CrawlEvery = hour, DetectEvery = hour, PushEvery = hour, CheckpointEvery = hour };
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<ISecretMasker, SecretWordMasker>();
        builder.Services.AddSingleton<IAssessor, AlwaysAlert>();
        builder.Services.AddSingleton<ICrawler, OnePostCrawler>();
        builder.Services.AddFraudStorage(new() { Folder = _folder });
        builder.Services.AddFraudReview(new() { CheckpointEvents = 1_000 });
        builder.Services.AddFraudJobs(options, ["site"]);
        builder.Services.AddFraudQuartz(options);
        _host = builder.Build();
        await _host.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_a_crawl_stores_becomes_a_case_without_waiting_for_any_interval()
    {
        await WaitForAsync(async () => await CasesAsync() == 1);
        Assert.Equal(0, (await Get<ICaseDesk>().GetFiguresAsync(Token)).OutboxDepth);
    }

    [Fact]
    public async Task What_comes_in_by_the_API_becomes_a_case_without_waiting_for_any_interval()
    {
        await WaitForAsync(async () => await CasesAsync() == 1);
        for (var i = 2; i <= 6; i++)
        {
            var count = i;
            await Get<ICrawlStore>().ImportAsync(null, [Some.Post()], Token);
            await WaitForAsync(async () => await CasesAsync() == count);
        }
    }

    [Fact]
    public async Task Stopping_signs_the_audit_log()
    {
        await WaitForAsync(async () => await CasesAsync() == 1);
        await _host.StopAsync(Token);
        Assert.Equal((await Get<IAuditStore>().GetHeadAsync(Token)).Sequence, Assert.Single(await Get<IAuditStore>().ListCheckpointsAsync(Token)).Sequence);
    }

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private async Task<long> CasesAsync() => (await Get<ICaseDesk>().ListAsync(new(), Token)).Total;

    // Far more than it takes on a busy machine, far less than any interval
    private static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(50, Token);
        }

        Assert.Fail("nothing happened in 30 seconds");
    }

    private sealed class OnePostCrawler(ICrawlStore store) : ICrawler
    {
        public async Task<CrawlReport> RunAsync(string source, CancellationToken cancellationToken) =>
            new() { Source = source, Visits = 1, NewPosts = await store.CompleteAsync(Make.Visit(Make.Target("https://a.example/", source), Make.Page(), Some.Post()), cancellationToken) };
    }

    private sealed class AlwaysAlert : IAssessor
    {
        public string Model => "pitch@test";

        public string Policy => "default@1";

        public Assessment Assess(string text, AssessContext context) => Some.Assessment();
    }
}
