using Fraud.Collect.Polling;

namespace Fraud.Collect.Streaming;

/// <summary>One platform that sends posts over a web socket as they are written: where to listen from a cursor on, and what a message holds. Pure, so that a stored message tests it.</summary>
public interface IStreamPlatform
{
    /// <summary>The kind, as written in a source's settings.</summary>
    string Name { get; }

    /// <summary>Where the terms stand that an operator must have read before enabling it.</summary>
    string Terms { get; }

    /// <summary>Where to connect to; http and https stand for ws and wss.</summary>
    PlatformRequest Open(PlatformTrack track);

    /// <summary>Reads a message. What it throws counts as an unreadable message.</summary>
    /// <param name="track">The start URL and its cursor.</param>
    /// <param name="message">The text of the message.</param>
    /// <param name="receivedAt">When it came.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<PlatformAnswer> ReadAsync(PlatformTrack track, string message, DateTimeOffset receivedAt, CancellationToken cancellationToken);
}
