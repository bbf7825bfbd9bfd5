using System.Net;
using System.Net.Sockets;
using Fraud.Collect.Fetching;
using Fraud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Collect.Tests.Fetching;

/// <summary>A fetcher without delays and a site to fetch from.</summary>
public abstract class FetchTestBase : IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];

    protected LocalSite Site { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Site = await LocalSite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static CollectOptions Options(Action<FetchOptions>? change = null)
    {
        var options = new FetchOptions { MinDelay = TimeSpan.Zero, LatencyFactor = 0, RetryDelay = TimeSpan.FromMilliseconds(1), MaxConcurrentPerHost = 8, ContactUrl = "https://ops.example/bot" };
        options.AllowedPrivateHosts.Add("127.0.0.1");
        change?.Invoke(options);
        return new() { Fetch = options };
    }

    protected ServiceProvider Services(Action<FetchOptions>? change = null, Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(new Random(1));
        add?.Invoke(services);
        var provider = services.AddFraudCollect(Options(change)).BuildServiceProvider();
        _providers.Add(provider);
        return provider;
    }

    protected IFetcher Fetcher(Action<FetchOptions>? change = null, Action<IServiceCollection>? add = null) => Services(change, add).GetRequiredService<IFetcher>();

    protected Task<FetchOutcome> FetchAsync(string path, Action<FetchOptions>? change = null) => Fetcher(change).FetchAsync(new() { Url = Site.Url + path }, Token);

    /// <summary>Answers names from a list, in turn.</summary>
    internal sealed class FakeResolver(params string[] answers) : IHostResolver
    {
        private int _next = -1;

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            var answer = answers.Length == 0 ? throw new SocketException((int)SocketError.HostNotFound) : answers[Math.Min(Interlocked.Increment(ref _next), answers.Length - 1)];
            return Task.FromResult(answer.Split(' ').Select(IPAddress.Parse).ToArray());
        }
    }
}
