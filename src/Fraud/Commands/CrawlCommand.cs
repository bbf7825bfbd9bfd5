using System.CommandLine;
using System.Globalization;
using Fraud.Hosting;
using Fraud.Posts;

namespace Fraud.Commands;

/// <summary>`fraud crawl`: visits what is due of one source; or explains, pauses, replays, exports.</summary>
internal static class CrawlCommand
{
    public static Command Create()
    {
        var source = new Argument<string?>("SOURCE") { Description = "Name of a source under Fraud:Collect:Sources.", Arity = ArgumentArity.ZeroOrOne };
        var once = new Option<bool>("--once") { Description = "Visit what is due now and end, instead of going on until Ctrl-C." };
        var every = new Option<double>("--every") { Description = "Seconds between two looks at what is due.", HelpName = "SECONDS", DefaultValueFactory = _ => 15 };
        var explain = new Option<string?>("--explain") { Description = "Say why this page is, or is not, crawled; fetches nothing but robots.txt.", HelpName = "URL" };
        var json = new Option<bool>("--json") { Description = "With --explain: one JSON object." };
        var replay = new Option<bool>("--replay") { Description = "Read the frozen pages again with the parsers as they are now; adds posts not known yet." };
        var export = new Option<string?>("--export") { Description = "Write the frozen pages as WARC 1.1, gzipped when the name ends in .gz.", HelpName = "FILE" };
        var pause = new Option<bool>("--pause") { Description = "Pause the source for every crawler on this store." };
        var resume = new Option<bool>("--resume") { Description = "End the pause." };
        var data = new Option<string?>("--data") { Description = "Folder of the installation's data, instead of Fraud:DataFolder.", HelpName = "DIR" };
        var config = new Option<string?>("--config") { Description = "Settings file laid over appsettings.json.", HelpName = "FILE" };
        var command = new Command("crawl", "Crawl one enabled source into the store.") { source, once, every, explain, json, replay, export, pause, resume, data, config };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetValue(data);
            await using var installation = Installation.Open(parsed.GetValue(config), folder is null ? [] : new() { ["Fraud:DataFolder"] = folder });
            var work = new CrawlWork(installation.Services, parsed.GetValue(source));
            return parsed.GetValue(explain) is { } url ? await work.ExplainAsync(url, parsed.GetValue(json), cancellationToken)
                : parsed.GetValue(replay) ? await work.ReplayAsync(cancellationToken)
                : parsed.GetValue(export) is { } file ? await work.ExportAsync(file, cancellationToken)
                : parsed.GetValue(pause) || parsed.GetValue(resume) ? await PauseAsync(installation.Services, work.Demand(), parsed.GetValue(pause), cancellationToken)
                : await RunAsync(installation.Services, work.Demand(enabled: true), parsed.GetValue(once), Pause(parsed.GetValue(every)), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string source, bool once, TimeSpan pause, CancellationToken cancellationToken)
    {
        var crawler = services.GetRequiredService<ICrawler>();
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

            await Task.Delay(pause, cancellationToken);
        }
    }

    private static async Task<int> PauseAsync(IServiceProvider services, string source, bool pause, CancellationToken cancellationToken)
    {
        var control = services.GetRequiredService<ICrawlControl>();
        await (pause ? control.PauseAsync(source, "console", cancellationToken) : control.ResumeAsync(source, cancellationToken));
        await Console.Out.WriteLineAsync($"{source}: {(pause ? "paused" : "resumed")}");
        return ExitCode.Done;
    }

    private static TimeSpan Pause(double seconds) =>
        seconds is >= 0.1 and <= 86_400 ? TimeSpan.FromSeconds(seconds) : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--every {seconds} is not between 0.1 and 86,400 s."));
}
