using Microsoft.Extensions.Logging;

namespace Fraud.Collect.Crawling;

/// <content>Messages; ids 100 to 199 are collecting's.</content>
internal sealed partial class Crawler
{
    private static partial class Log
    {
        [LoggerMessage(100, LogLevel.Information, "Crawl of {Source}: {Visits} visits, {Failures} failed, {NewPosts} new posts")]
        public static partial void Done(ILogger logger, string source, int visits, int failures, int newPosts);

        [LoggerMessage(104, LogLevel.Warning, "Visit of a page of {Source} on {Host} failed: {Reason}")]
        public static partial void Unreadable(ILogger logger, string source, string host, string reason);

        [LoggerMessage(102, LogLevel.Debug, "Page of {Source} on {Host} ended as {Result}: {Detail}")]
        public static partial void NotFetched(ILogger logger, string source, string host, string result, string detail);

        [LoggerMessage(103, LogLevel.Warning, "The hold on hosts could not be prolonged: {Reason}")]
        public static partial void NotRenewed(ILogger logger, string reason);
    }
}
