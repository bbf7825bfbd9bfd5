using System.CommandLine;
using Fraud.Collect;
using Fraud.Hosting;
using Fraud.Posts;

namespace Fraud.Commands;

/// <summary>`fraud crawl`: visits what is due of one source.</summary>
internal static class CrawlCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public static Command Create()
    {
        var source = new Argument<string>("SOURCE") { Description = "Name of a source under Fraud:Collect:Sources." };
        var once = new Option<bool>("--once") { Description = "Visit what is due now and end, instead of going on until Ctrl-C." };
        var data = new Option<string?>("--data") { Description = "Folder of the installation's data, instead of Fraud:DataFolder.", HelpName = "DIR" };
        var config = new Option<string?>("--config") { Description = "Settings file laid over appsettings.json.", HelpName = "FILE" };
        var command = new Command("crawl", "Crawl one enabled source into the store.") { source, once, data, config };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(source)!, parsed.GetValue(once), parsed.GetValue(config), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string source, bool once, string? config, string? data, CancellationToken cancellationToken)
    {
        await using var installation = Installation.Open(config, data is null ? [] : new() { ["Fraud:DataFolder"] = data });
        Demand(installation.Services.GetRequiredService<CollectOptions>(), source);
        var crawler = installation.Services.GetRequiredService<ICrawler>();
        while (true)
        {
            var report = await crawler.RunAsync(source, cancellationToken);
            if (once || report.Visits > 0)
            {
                await Console.Out.WriteLineAsync($"{source}: {report.Visits} visits, {report.Failures} failed, {report.NewPosts} new posts");
            }

            if (once)
            {
                return ExitCode.Done;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static void Demand(CollectOptions options, string source)
    {
        var named = options.Sources.FirstOrDefault(s => s.Name == source)
            ?? throw new UsageException($"there is no source '{source}'; Fraud:Collect:Sources has: {string.Join(", ", options.Sources.Select(s => s.Name).DefaultIfEmpty("none"))}.");
        if (!named.Enabled)
        {
            throw new UsageException($"source '{source}' is disabled; read its terms, link them as Terms and set Enabled to true.");
        }
    }
}
