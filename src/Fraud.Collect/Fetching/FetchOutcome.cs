namespace Fraud.Collect.Fetching;

/// <summary>How a fetch ended; a failure is a value, never an exception.</summary>
public sealed record FetchOutcome
{
    /// <summary>How it ended.</summary>
    public required FetchResult Result { get; init; }

    /// <summary>The page; only when <see cref="FetchResult.Fetched"/>.</summary>
    public FetchedPage? Page { get; init; }

    /// <summary>One line on why, when there is no page; no page text.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Where the host sends us; only when <see cref="FetchResult.Moved"/>.</summary>
    public string? Location { get; init; }

    /// <summary>When the host may be asked again, if it or robots.txt handling said so.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    internal static FetchOutcome Of(FetchResult result, string detail, DateTimeOffset? retryAt = null) => new() { Result = result, Detail = detail, RetryAt = retryAt };
}
