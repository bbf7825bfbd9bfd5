namespace Fraud.Hosting;

/// <summary>Log messages of the host, events 900 to 999.</summary>
internal static partial class HostLog
{
    [LoggerMessage(900, LogLevel.Information, "{Line}")]
    public static partial void Engines(this ILogger logger, string line);

    [LoggerMessage(901, LogLevel.Information, "{Stored} posts pushed by {Caller}, {Known} known already, {Refused} lines refused")]
    public static partial void PostsPushed(this ILogger logger, int stored, int known, int refused, string caller);
}
