namespace Fraud.Storage.Cases;

/// <summary>A row of Outbox.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    public long PostId { get; init; }

    public long AssessmentId { get; init; }

    public long QueuedAt { get; init; }

    public int Attempts { get; init; }

    public long? PushedAt { get; init; }
}
