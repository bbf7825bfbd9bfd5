using Fraud.Collect.Fetching;
using Fraud.Collect.Metering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fraud.Collect;

/// <summary>Puts collecting into a host.</summary>
public static class CollectServices
{
    /// <summary>Adds the fetcher. TimeProvider, Random, meters and logging are the host's where it has them.</summary>
    public static IServiceCollection AddFraudCollect(this IServiceCollection services, CollectOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.AddMetrics();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new Random(Environment.TickCount));
        services.AddSingleton(options);
        services.AddSingleton(options.Fetch);
        services.TryAddSingleton<IHostResolver, DnsHostResolver>();
        services.TryAddSingleton<AddressGuard>();
        services.TryAddSingleton<HttpTransport>();
        services.TryAddSingleton<HostPace>();
        services.TryAddSingleton<PoliteSender>();
        services.TryAddSingleton<RobotsCache>();
        services.TryAddSingleton<CollectMeter>();
        services.TryAddSingleton<IFetcher, Fetcher>();
        return services;
    }
}
