using Microsoft.Extensions.Logging;

namespace Fraud.Review.Alerting;

internal static partial class Log
{
    [LoggerMessage(500, LogLevel.Error, "Alert {AlertId} could not be pushed and waits")]
    public static partial void PushFailed(ILogger logger, Exception error, long alertId);
}
