using Microsoft.Extensions.Logging;

namespace Fraud.Review.Audit;

internal static partial class Log
{
    [LoggerMessage(510, LogLevel.Error, "The audit log could not be signed at shutdown")]
    public static partial void CheckpointFailed(ILogger logger, Exception error);
}
