using Fraud.Findings;

namespace Fraud.Cases;

/// <summary>A row of the outbox: an alert or review verdict that has not become a case yet.</summary>
public sealed record WaitingAlert
{
    /// <summary>Row id in the outbox.</summary>
    public required long Id { get; init; }

    /// <summary>The post (secrets masked) and its assessment.</summary>
    public required AssessedPost Assessed { get; init; }

    /// <summary>When the verdict was stored.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>Pushes that failed so far.</summary>
    public int Attempts { get; init; }
}
