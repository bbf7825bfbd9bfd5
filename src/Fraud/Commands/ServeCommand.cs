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
        var role = new Option<ProcessRole?>("--role") { Description = "What this process does, instead of Fraud:Role: web serves pages, worker runs jobs and crawl, all does both.", HelpName = "web|worker|all" };
        var command = new Command("serve", "Run the console, the API, the public check and the jobs.") { config, url, role };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(config), parsed.GetValue(url), parsed.GetValue(role), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? config, string? url, ProcessRole? role, CancellationToken cancellationToken)
    {
        if (config is not null && !File.Exists(config))
        {
            throw new UsageException($"--config: {config} does not exist.");
        }

        Dictionary<string, string?> overrides = [];
        if (role is not null)
        {
            overrides["Fraud:Role"] = role.ToString();
        }

        // Many workers share a machine and a settings file: each takes a free port unless it is told one
        if (url is not null || role == ProcessRole.Worker)
        {
            overrides["Fraud:Url"] = url ?? "http://127.0.0.1:0";
        }

        await using var app = FraudApplication.Build(FraudApplication.CreateBuilder(config, overrides));
        await app.StartAsync(cancellationToken);
        if (role == ProcessRole.Worker)
        {
            await Console.Out.WriteLineAsync($"worker: {app.Urls.First()}/readyz");
        }
        else
        {
            await TellSignInAsync(app, cancellationToken);
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static async Task TellSignInAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"console: {app.Urls.First()}");
        if (await FirstRun.EnsureAdminAsync(app.Services, cancellationToken) is { } password)
        {
            await Console.Out.WriteLineAsync($"sign in: {FirstRun.AdminName} / {password} (one-time password)");
        }
    }
}
