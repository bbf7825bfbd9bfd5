using System.Text.Json;
using Fraud.Collect.Sources;
using Fraud.Collect.Tests.Fetching;
using Fraud.Posts;
using Fraud.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Collect.Tests.Platforms;

/// <summary>Runs a source against a local server that speaks the platform's API.</summary>
public abstract class PlatformTestBase : FetchTestBase
{
    private ServiceProvider? _services;

    protected PlatformTestBase() => Store = new(Clock);

    protected FakeClock Clock { get; } = new();

    protected MemoryCrawlStore Store { get; }

    protected MemorySourceStates States { get; } = new();

    protected SourceOptions Source { get; } = new() { Name = "src", MaxDepth = 5 };

    /// <summary>Where the source is; empty before the first run.</summary>
    protected SourceState State => States.All.Single();

    protected IEnumerable<(string Id, string Text, string Author)> Stored => Store.Posts.Select(p => (p.NativeId, p.Text, p.Author));

    /// <summary>Runs the source once, as if it were due.</summary>
    protected Task<CrawlReport> RunAsync(string kind, string start)
    {
        if (_services is null)
        {
            Source.Kind = kind;
            Source.StartUrls.Add(Site.Url + start);
            _services = Build();
        }

        Clock.Advance(TimeSpan.FromHours(7));
        Site.Requests.Clear();
        return _services.GetRequiredService<ICrawler>().RunAsync("src", Token);
    }

    /// <summary>Answers a path with JSON.</summary>
    protected void Json(string path, string json, int status = 200, params (string Name, string Value)[] headers) => Site.On(path, async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(json);
    });

    protected static string Quote(string text) => JsonSerializer.Serialize(text);

    private ServiceProvider Build()
    {
        var options = Options(o => o.Retries = 0);
        options.Sources.Add(Source);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ICrawlStore>(Store);
        services.AddSingleton<ISourceStateStore>(States);
        services.AddSingleton<IPostWithdrawal>(States);
        return services.AddFraudCollect(options).BuildServiceProvider();
    }
}
