namespace Fraud.Cases;

/// <summary>Figures of the queue for the console's head and for metrics.</summary>
public sealed record QueueFigures
{
    /// <summary>Open cases.</summary>
    public long Open { get; init; }

    /// <summary>Escalated cases.</summary>
    public long Escalated { get; init; }

    /// <summary>Confirmed since midnight UTC.</summary>
    public long ConfirmedToday { get; init; }

    /// <summary>Dismissed since midnight UTC.</summary>
    public long DismissedToday { get; init; }

    /// <summary>Alerts in the outbox that have not become cases yet.</summary>
    public long OutboxDepth { get; init; }

    /// <summary>When the oldest open case was opened.</summary>
    public DateTimeOffset? OldestOpenAt { get; init; }
}
