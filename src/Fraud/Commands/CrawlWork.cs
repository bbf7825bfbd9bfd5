using System.Text.Json;
using Fraud.Collect;
using Fraud.Collect.Archives;
using Fraud.Collect.Crawling;
using Fraud.Posts;

namespace Fraud.Commands;

/// <summary>What `fraud crawl` does besides crawling.</summary>
internal sealed class CrawlWork(IServiceProvider services, string? source)
{
    private readonly CollectOptions _options = services.GetRequiredService<CollectOptions>();

    /// <summary>The source, which must be named and known.</summary>
    public string Demand(bool enabled = false)
    {
        var there = string.Join(", ", _options.Sources.Select(s => s.Name).DefaultIfEmpty("none"));
        var named = _options.Sources.FirstOrDefault(s => s.Name == source)
            ?? throw new UsageException($"{(source is null ? "SOURCE is missing" : $"there is no source '{source}'")}; Fraud:Collect:Sources has: {there}.");
        return !enabled || named.Enabled ? named.Name : throw new UsageException($"source '{source}' is disabled; read its terms, link them as Terms and set Enabled to true.");
    }

    /// <summary>Why a page is, or is not, crawled.</summary>
    public async Task<int> ExplainAsync(string url, bool json, CancellationToken cancellationToken)
    {
        var answer = await services.GetRequiredService<ICrawlExplainer>().ExplainAsync(source is null ? null : Demand(), url, cancellationToken);
        if (json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(answer, JsonLines.Format));
            return ExitCode.Done;
        }

        await Console.Out.WriteLineAsync($"{(answer.Crawled ? "crawled" : "not crawled")}: {answer.Why}");
        foreach (var check in answer.Checks)
        {
            await Console.Out.WriteLineAsync($"  {(check.Passed ? "ok " : "no ")} {check.Name,-10} {check.Detail}");
        }

        return ExitCode.Done;
    }

    /// <summary>Reads the frozen pages again.</summary>
    public async Task<int> ReplayAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Sources())
        {
            var report = await services.GetRequiredService<IReplayer>().RunAsync(name, cancellationToken);
            await Console.Out.WriteLineAsync($"{name}: {report.Pages} pages, {report.Unreadable} unreadable, {report.Posts} posts, {report.NewPosts} new");
        }

        return ExitCode.Done;
    }

    /// <summary>Writes the frozen pages into a WARC file, which appears whole or not at all.</summary>
    public async Task<int> ExportAsync(string file, CancellationToken cancellationToken)
    {
        var archive = services.GetRequiredService<IPageArchive>();
        var part = file + ".part";
        var pages = 0;
        await using (var output = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            var writer = new WarcWriter(output, file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
            await writer.WriteInfoAsync(Path.GetFileName(file), services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
            foreach (var name in Sources())
            {
                await archive.RecordExportAsync(name, "command line", cancellationToken);
                await foreach (var frozen in archive.ReadAsync(name, cancellationToken))
                {
                    await writer.WriteAsync(frozen.Page, cancellationToken);
                    pages++;
                }
            }
        }

        File.Move(part, file, overwrite: true);
        await Console.Out.WriteLineAsync($"{file}: {pages} pages");
        return ExitCode.Done;
    }

    private IEnumerable<string> Sources() => source is null ? _options.Sources.Select(s => s.Name) : [Demand()];
}
