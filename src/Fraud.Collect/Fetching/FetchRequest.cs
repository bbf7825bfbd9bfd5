using System.Collections.Frozen;

namespace Fraud.Collect.Fetching;

/// <summary>A page to fetch.</summary>
public sealed record FetchRequest
{
    /// <summary>Absolute http or https URL.</summary>
    public required string Url { get; init; }

    /// <summary>ETag of the copy at hand, as sent then; empty when none.</summary>
    public string ETag { get; init; } = "";

    /// <summary>Last-Modified of the copy at hand, as sent then; empty when none.</summary>
    public string LastModified { get; init; } = "";

    /// <summary>Whether a redirect to another host ends the fetch as <see cref="FetchResult.Moved"/> instead of being followed. Default false.</summary>
    public bool StayOnHost { get; init; }

    /// <summary>Headers in place of or besides the usual ones, such as an API's authorization; not sent on when another host is redirected to. Default none.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What to post; null asks with GET.</summary>
    public FetchContent? Content { get; init; }

    /// <summary>Whether this is a call of a documented API under the API's own terms, for which robots.txt, the rules for crawling pages, is not asked. Default false.</summary>
    public bool IsApi { get; init; }
}
