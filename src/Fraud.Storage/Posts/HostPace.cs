using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>The pace of a host, remembered so that whoever asks it next keeps it too.</summary>
internal sealed class HostPace : IRowAtEnd
{
    private long _nextAt;
    private long _delayMs;

    public static void Set(Session session, string host, long nextAt, long delayMs)
    {
        var pace = session.AtEnd<HostPace>(host);
        pace._nextAt = Math.Max(pace._nextAt, nextAt);
        pace._delayMs = delayMs;
    }

    public Task WriteAsync(Session session, string key) => session.ExecuteAsync(
        "UPDATE CrawlHost SET NextAt = CASE WHEN NextAt > @nextAt THEN NextAt ELSE @nextAt END, DelayMs = @delayMs WHERE Host = @host",
        new { host = key, nextAt = _nextAt, delayMs = _delayMs });
}
