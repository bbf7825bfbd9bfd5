namespace Fraud.Collect.Fetching;

/// <summary>How a fetch ended.</summary>
public enum FetchResult
{
    /// <summary>A page came.</summary>
    Fetched,

    /// <summary>The copy at hand is still current (304).</summary>
    Unchanged,

    /// <summary>The page does not exist (404, 410).</summary>
    Gone,

    /// <summary>The site wants a login or refuses us (401, 402, 403, 451).</summary>
    Forbidden,

    /// <summary>robots.txt says no, or could not be had.</summary>
    RefusedByRobots,

    /// <summary>The URL or the address behind it is none we connect to.</summary>
    Blocked,

    /// <summary>Body over the size or decompression cap.</summary>
    TooLarge,

    /// <summary>The site asks us to come back later.</summary>
    Throttled,

    /// <summary>Nothing was asked: the host's next free moment is too far off.</summary>
    NotNow,

    /// <summary>The host sends us to another one.</summary>
    Moved,

    /// <summary>Not a text format.</summary>
    NotText,

    /// <summary>Anything else: no answer in time, connection broken, server error, redirect loop.</summary>
    Failed,
}
