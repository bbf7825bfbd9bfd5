using Fraud.Commands;

namespace Fraud.Hosting;

/// <summary>The capabilities of an installation for a command that ends: no web server and no scheduler are loaded, no job runs, only warnings are logged.</summary>
internal sealed class Installation : IDisposable, IAsyncDisposable
{
    private readonly IHost _host;

    private Installation(IHost host) => _host = host;

    /// <summary>Everything but what listens.</summary>
    public IServiceProvider Services => _host.Services;

    public static Installation Open(string? config, Dictionary<string, string?> overrides)
    {
        if (config is not null && !File.Exists(config))
        {
            throw new UsageException($"--config: {config} does not exist.");
        }

        // Read once: a command that ends has no use for threads that watch files
        var once = new ConfigurationManager();
        once["hostBuilder:reloadConfigOnChange"] = "false";
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Installation).Assembly.GetName().Name,
            Configuration = once,
        });
        FraudApplication.Layer(builder.Configuration, config, overrides, reload: false);
        var settings = builder.Configuration.GetSection(FraudSettings.Section).Get<FraudSettings>() ?? new();
        EngineCheck.Demand(settings);
        builder.Logging.AddFilter(null, LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<FraudSettings>().BindConfiguration(FraudSettings.Section);
        Capabilities.Add(builder.Services, builder.Configuration, settings);
        return new(builder.Build());
    }

    /// <inheritdoc/>
    public void Dispose() => _host.Dispose();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }
        else
        {
            _host.Dispose();
        }
    }
}
