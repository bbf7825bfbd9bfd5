using Microsoft.Extensions.Logging;

namespace Fraud.Jobs;

/// <summary>Log messages of the jobs, events 700 to 799.</summary>
internal static partial class JobLog
{
    [LoggerMessage(700, LogLevel.Error, "Job {Job} failed; it runs again at its next turn")]
    public static partial void JobFailed(this ILogger log, string job, Exception exception);

    [LoggerMessage(701, LogLevel.Error, "Post {PostId} could not be assessed")]
    public static partial void AssessFailed(this ILogger log, long postId, Exception exception);

    [LoggerMessage(702, LogLevel.Information, "Destroyed {Pages} expired pages, {ClearPosts} clear posts, {Visits} diary lines")]
    public static partial void Purged(this ILogger log, int pages, int clearPosts, int visits);

    [LoggerMessage(703, LogLevel.Warning, "Job {Job} could not be woken; it runs at its interval")]
    public static partial void WakeFailed(this ILogger log, string job, Exception exception);
}
