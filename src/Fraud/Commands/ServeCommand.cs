using System.CommandLine;
using Fraud.Hosting;

namespace Fraud.Commands;

/// <summary>`fraud serve`: console, API, public check and jobs.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var config = new Option<string?>("--config") { Description = "Settings file laid over appsettings.json.", HelpName = "FILE" };
        var url = new Option<string?>("--url") { Description = "Address to listen on, instead of Fraud:Url.", HelpName = "URL" };
        var command = new Command("serve", "Run the console, the API, the public check and the jobs.") { config, url };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(config), parsed.GetValue(url), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? config, string? url, CancellationToken cancellationToken)
    {
        if (config is not null && !File.Exists(config))
        {
            throw new UsageException($"--config: {config} does not exist.");
        }

        Dictionary<string, string?> overrides = url is null ? [] : new() { ["Fraud:Url"] = url };
        await using var app = FraudApplication.Build(FraudApplication.CreateBuilder(config, overrides));
        await app.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"console: {app.Urls.First()}");
        if (await FirstRun.EnsureAdminAsync(app.Services, cancellationToken) is { } password)
        {
            await Console.Out.WriteLineAsync($"sign in: {FirstRun.AdminName} / {password} (one-time password)");
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }
}
