using Microsoft.Extensions.Logging;

namespace Fraud.Collect.Crawling;

/// <content>Messages; ids 100 to 199 are collecting's.</content>
internal sealed partial class Crawler
{
    private static partial class Log
    {
        [LoggerMessage(100, LogLevel.Information, "Crawl of {Source}: {Visits} visits, {Failures} failed, {NewPosts} new posts")]
        public static partial void Done(ILogger logger, string source, int visits, int failures, int newPosts);

        [LoggerMessage(101, LogLevel.Warning, "Page of {Source} on {Host} could not be read: {Reason}")]
        public static partial void Unreadable(ILogger logger, string source, string host, string reason);

        [LoggerMessage(102, LogLevel.Debug, "Page of {Source} on {Host} ended as {Result}: {Detail}")]
        public static partial void NotFetched(ILogger logger, string source, string host, string result, string detail);
    }
}
