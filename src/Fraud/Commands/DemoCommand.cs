using System.CommandLine;
using Fraud.Demo;
using Fraud.Hosting;

namespace Fraud.Commands;

/// <summary>`fraud demo`: the whole job on the bundled sample site, over real HTTP on loopback.</summary>
internal static class DemoCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private const int DefaultSitePort = 5090;

    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "Address of the console.", HelpName = "URL", DefaultValueFactory = _ => DefaultUrl };
        var site = new Option<int>("--site-port") { Description = "Port of the sample site on 127.0.0.1; keep it, since posts are known by their address.", HelpName = "PORT", DefaultValueFactory = _ => DefaultSitePort };
        var data = new Option<string>("--data") { Description = "Folder of the demo's data; delete it to start afresh.", HelpName = "DIR", DefaultValueFactory = _ => Path.Combine("data", "demo") };
        var command = new Command("demo", "Start the service, serve the sample site, crawl it, and fill the queue.") { url, site, data };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(url)!, parsed.GetValue(site), parsed.GetValue(data)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string url, int sitePort, string data, CancellationToken cancellationToken)
    {
        await using var site = new DemoSite(Path.Combine(AppContext.BaseDirectory, "Demo"), sitePort);
        var builder = FraudApplication.CreateBuilder(null, DemoSettings.For(url, data, site));
        builder.Logging.AddFilter(null, LogLevel.Warning);
        await using var app = FraudApplication.Build(builder);
        await site.StartAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        var password = await FirstRun.EnsureAdminAsync(app.Services, cancellationToken);
        await Console.Out.WriteLineAsync($"sample site  {site.Origin}");
        await Console.Out.WriteLineAsync($"console      {app.Urls.First()}");
        await Console.Out.WriteLineAsync(password is null
            ? $"sign in      {FirstRun.AdminName}, with the password you chose"
            : $"sign in      {FirstRun.AdminName} / {password}   (one-time password)");
        await Console.Out.WriteLineAsync("Ctrl-C stops. The data stays in " + Path.GetFullPath(data));

        await new DemoProgress(app.Services, Console.Out).WatchAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }
}
