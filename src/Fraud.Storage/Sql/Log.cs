using Microsoft.Extensions.Logging;

namespace Fraud.Storage.Sql;

internal static partial class Log
{
    [LoggerMessage(600, LogLevel.Information, "Store {Engine} is ready; migrations applied: {Applied}")]
    public static partial void Migrated(ILogger logger, string engine, int applied);

    [LoggerMessage(601, LogLevel.Error, "Store {Engine} failed")]
    public static partial void Failed(ILogger logger, Exception error, string engine);
}
