using Fraud.Collect.Sources;

namespace Fraud.Collect.Polling;

/// <summary>
/// One platform with an API: which requests go on from a cursor, and what an answer holds. Pure: no sockets, no clock, so that a stored answer tests it.
/// To add one, write this class and register it; name it in a source's Kind.
/// </summary>
public interface IPlatform
{
    /// <summary>The kind, as written in a source's settings.</summary>
    string Name { get; }

    /// <summary>Where the terms stand that an operator must have read before enabling it.</summary>
    string Terms { get; }

    /// <summary>The requests of one round, in order.</summary>
    IReadOnlyList<PlatformRequest> Begin(PlatformTrack track);

    /// <summary>Reads an answer. What it throws, besides cancellation, counts as an unreadable answer.</summary>
    Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, CancellationToken cancellationToken);
}
