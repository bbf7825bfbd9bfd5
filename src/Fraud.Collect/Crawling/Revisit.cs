using Fraud.Collect.Fetching;
using Fraud.Collect.Sources;
using Fraud.Posts;

namespace Fraud.Collect.Crawling;

/// <summary>Decides when a target is visited again. A page that changes is visited twice as often the next time, down to the source's interval; one that does not, half as often.</summary>
internal static class Revisit
{
    private const int MostFailures = 5;
    private const double Slower = 2;
    private static readonly TimeSpan Daily = TimeSpan.FromHours(24);
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMinutes(5);

    /// <summary>Time until the next visit of a page that was had; zero for never.</summary>
    public static TimeSpan Interval(SourceOptions source, CrawlTarget target, bool changed)
    {
        var least = target.Depth == 0 ? source.RecrawlAfter : source.RevisitAfter;
        if (least == TimeSpan.Zero || target.Interval == TimeSpan.Zero)
        {
            return least;
        }

        var most = source.RecrawlAtMost > least ? source.RecrawlAtMost : least;
        var next = changed ? target.Interval / Slower : target.Interval * Slower;
        return next < least ? least : next > most ? most : next;
    }

    /// <summary>The moment to come back after a visit that brought no page, or null for never.</summary>
    public static DateTimeOffset? AfterFailure(CrawlTarget target, FetchOutcome outcome, DateTimeOffset now)
    {
        var start = target.Depth == 0;
        return outcome.Result switch
        {
            FetchResult.NotNow => Later(outcome.RetryAt, now),
            FetchResult.Throttled or FetchResult.Failed => !start && target.Failures >= MostFailures ? null : Later(outcome.RetryAt, now + BackOff(target.Failures)),
            FetchResult.RefusedByRobots when outcome.RetryAt is { } retryAt => retryAt,
            _ => start ? now + Daily : null,
        };
    }

    private static TimeSpan BackOff(int failures) => failures > 8 ? Daily : FirstBackOff * Math.Pow(2, failures);

    private static DateTimeOffset Later(DateTimeOffset? a, DateTimeOffset b) => a > b ? a.Value : b;
}
