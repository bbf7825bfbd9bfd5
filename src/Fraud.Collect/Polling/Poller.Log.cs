using Microsoft.Extensions.Logging;

namespace Fraud.Collect.Polling;

/// <content>Messages; ids 100 to 199 are collecting's.</content>
internal sealed partial class Poller
{
    private static partial class Log
    {
        [LoggerMessage(110, LogLevel.Warning, "Answer of {Source} on {Host} could not be read: {Reason}")]
        public static partial void Unreadable(ILogger logger, string source, string host, string reason);

        [LoggerMessage(111, LogLevel.Warning, "Request of {Source} to {Host} ended as {Result}: {Detail}")]
        public static partial void NotFetched(ILogger logger, string source, string host, string result, string detail);

        [LoggerMessage(112, LogLevel.Information, "{Source}: {Posts} posts deleted on the platform are emptied")]
        public static partial void Withdrawn(ILogger logger, string source, int posts);
    }
}
