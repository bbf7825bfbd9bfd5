namespace Fraud.Hosting;

/// <summary>Log messages of the host, events 900 to 999.</summary>
internal static partial class HostLog
{
    [LoggerMessage(900, LogLevel.Information, "{Line}")]
    public static partial void Engines(this ILogger logger, string line);

    [LoggerMessage(902, LogLevel.Information, "The models folder has changed; {Model} and {Policy} are in use now")]
    public static partial void ModelsTaken(this ILogger logger, string model, string policy);

    [LoggerMessage(903, LogLevel.Error, "The models folder has changed but cannot be used; {Model} stays in use")]
    public static partial void ModelsRefused(this ILogger logger, string model, Exception exception);

    [LoggerMessage(901, LogLevel.Information, "{Stored} posts pushed by {Caller}, {Known} known already, {Refused} lines refused")]
    public static partial void PostsPushed(this ILogger logger, int stored, int known, int refused, string caller);
}
