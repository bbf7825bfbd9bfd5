using Fraud.Collect.Sources;
using Fraud.Posts;
using Microsoft.Extensions.Logging;

namespace Fraud.Collect.Crawling;

/// <summary>Reads frozen pages again; nothing is fetched.</summary>
internal sealed partial class Replayer(SourceCatalog sources, IPageArchive archive, ILogger<Replayer> logger) : IReplayer
{
    public async Task<ReplayReport> RunAsync(string source, CancellationToken cancellationToken)
    {
        var (options, parser, follow) = sources.Get(source);
        var job = new CrawlJob(options, parser, follow);
        var report = new ReplayReport(0, 0, 0, 0);
        await foreach (var frozen in archive.ReadAsync(source, cancellationToken))
        {
            report = report with { Pages = report.Pages + 1 };
            try
            {
                var parsed = await parser.ParseAsync(SourcePage.From(frozen.Page, job.Options), cancellationToken);
                var added = parsed.Posts.Count == 0 ? 0 : await archive.AddPostsAsync(frozen.Id, parsed.Posts, cancellationToken);
                report = report with { Posts = report.Posts + parsed.Posts.Count, NewPosts = report.NewPosts + added };
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // One bad page never stops the replay
                report = report with { Unreadable = report.Unreadable + 1 };
                Unreadable(logger, source, frozen.Id, e.GetType().Name);
            }
        }

        return report;
    }

    [LoggerMessage(105, LogLevel.Warning, "Frozen page {Id} of {Source} could not be read again: {Reason}")]
    private static partial void Unreadable(ILogger logger, string source, long id, string reason);
}
