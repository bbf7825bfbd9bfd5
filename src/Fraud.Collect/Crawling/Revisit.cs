using Fraud.Collect.Fetching;
using Fraud.Collect.Sources;
using Fraud.Posts;

namespace Fraud.Collect.Crawling;

/// <summary>Decides when a target is visited again.</summary>
internal static class Revisit
{
    private const int MostFailures = 5;
    private static readonly TimeSpan Daily = TimeSpan.FromHours(24);
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMinutes(5);

    /// <summary>The moment, or null for never.</summary>
    public static DateTimeOffset? At(SourceOptions source, CrawlTarget target, FetchOutcome outcome, DateTimeOffset now)
    {
        var start = target.Depth == 0;
        return outcome.Result switch
        {
            FetchResult.Fetched or FetchResult.Unchanged => start ? now + source.RecrawlAfter : source.RevisitAfter > TimeSpan.Zero ? now + source.RevisitAfter : null,
            FetchResult.Throttled or FetchResult.Failed => !start && target.Failures >= MostFailures ? null : Later(outcome.RetryAt, now + BackOff(target.Failures)),
            FetchResult.RefusedByRobots when outcome.RetryAt is { } retryAt => retryAt,
            _ => start ? now + Daily : null,
        };
    }

    private static TimeSpan BackOff(int failures) => failures > 8 ? Daily : FirstBackOff * Math.Pow(2, failures);

    private static DateTimeOffset Later(DateTimeOffset? a, DateTimeOffset b) => a > b ? a.Value : b;
}
