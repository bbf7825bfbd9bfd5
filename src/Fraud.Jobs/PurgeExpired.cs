using Fraud.Posts;
using Fraud.Work;
using Microsoft.Extensions.Logging;

namespace Fraud.Jobs;

/// <summary>Destroys evidence whose time is over.</summary>
internal sealed class PurgeExpired(IRetention retention, JobOptions options, ILogger<PurgeExpired> log) : IRecurringJob
{
    public string Name => "purge";

    public string Queue => "purge";

    public TimeSpan Interval => options.PurgeEvery;

    public WorkKind? WokenBy => null;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var report = await retention.PurgeAsync(cancellationToken);
        if (report is not { Pages: 0, ClearPosts: 0, Visits: 0 })
        {
            log.Purged(report.Pages, report.ClearPosts, report.Visits);
        }
    }
}
