using Fraud.Engines;
using Fraud.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Fraud.Hosting;

/// <summary>The web host: console, API, public check, jobs.</summary>
internal static class FraudApplication
{
    /// <summary>Reads appsettings.json beside the program, then the file given with --config, then environment variables such as Fraud__Url.</summary>
    public static WebApplicationBuilder CreateBuilder(string? configFile, IEnumerable<KeyValuePair<string, string?>>? overrides = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            ApplicationName = typeof(FraudApplication).Assembly.GetName().Name,
        });
        Layer(builder.Configuration, configFile, overrides, reload: true);
        return builder;
    }

    /// <summary>Lays the file given with --config, the environment and a command's own settings over appsettings.json.</summary>
    public static void Layer(ConfigurationManager configuration, string? configFile, IEnumerable<KeyValuePair<string, string?>>? overrides, bool reload)
    {
        if (configFile is not null)
        {
            configuration.AddJsonFile(Path.GetFullPath(configFile), optional: false, reloadOnChange: reload);
            configuration.AddEnvironmentVariables();
        }

        if (overrides is not null)
        {
            configuration.AddInMemoryCollection(overrides);
        }
    }

    /// <summary>Registers everything and builds the pipeline.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(FraudSettings.Section).Get<FraudSettings>() ?? new();
        EngineCheck.Demand(settings);
        builder.Services.AddOptions<FraudSettings>().BindConfiguration(FraudSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.WebHost.UseUrls(settings.Url);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        AddWeb(builder.Services, settings);
        Capabilities.Add(builder.Services, builder.Configuration, settings);
        Capabilities.AddScheduler(builder.Services, builder.Configuration, settings);
        var app = builder.Build();
        app.Services.GetRequiredService<MetricsText>();
        if (settings.Role == ProcessRole.Worker)
        {
            app.MapOperating();
        }
        else
        {
            Use(app);
        }

        ServerEdition.MapDashboard(app, settings);
        app.Logger.Engines(EngineCatalog.Line);
        return app;
    }

    private static void AddWeb(IServiceCollection services, FraudSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<UiTexts>();
        services.AddSingleton<MetricsText>();
        services.AddSingleton<SignInThrottle>();
        services.AddScoped<Credentials>();
        services.AddSingleton(AdviceChannels.Load(settings.ModelsPath));
        services.AddSingleton(KeyAdvice.Load(settings.ModelsPath));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(SessionCookie.Configure)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        services.AddAuthorization(o =>
        {
            Roles.AddPolicies(o);
            ApiPolicies.AddPolicies(o);
        });
        services.AddRateLimiter(o => RateLimits.Add(o, settings.ChecksPerMinute));
        services.AddProblemDetails();
        services.AddOpenApi();
        services.AddRazorPages(o => o.RootDirectory = "/Web");
        services.AddHealthChecks().AddCheck<StoreHealthCheck>("store");
        services.ConfigureHttpJsonOptions(o => ApiJson.Configure(o.SerializerOptions));
    }

    private static void Use(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseWhen(IsApi, api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(c => !IsApi(c), pages => pages.UseExceptionHandler("/error/500").UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = static c => c.Context.Response.Headers.CacheControl = "public, max-age=3600" });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapPlainRoutes();
        app.MapCheckApi();
        app.MapPostsApi();
        app.MapCasesApi();
        app.MapOpenApi();
        app.MapOperating();
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/openapi");
}
