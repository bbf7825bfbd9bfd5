namespace Fraud.Collect.Fetching;

/// <summary>One request and what came of it: an outcome, or a redirect to follow.</summary>
internal sealed record HttpExchange
{
    /// <summary>How it ended; null when <see cref="Redirect"/> says where to go on.</summary>
    public FetchOutcome? Outcome { get; init; }

    /// <summary>Where the host sends us.</summary>
    public Uri? Redirect { get; init; }

    /// <summary>HTTP status; 0 when no answer came.</summary>
    public int Status { get; init; }

    /// <summary>A repeat may go better.</summary>
    public bool Transient { get; init; }

    /// <summary>The host is under strain: go slower.</summary>
    public bool Strained { get; init; }

    /// <summary>The host's own word on when to come back.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
