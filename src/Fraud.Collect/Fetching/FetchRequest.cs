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
}
