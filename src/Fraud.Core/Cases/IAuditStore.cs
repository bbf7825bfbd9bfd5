namespace Fraud.Cases;

/// <summary>Where the audit log and its checkpoints rest. Events are written by the stores, in the transaction of what they tell.</summary>
public interface IAuditStore
{
    /// <summary>Events after this sequence, in order.</summary>
    IAsyncEnumerable<CaseEvent> ReadAsync(long afterSequence, CancellationToken cancellationToken);

    /// <summary>Sequence and hash of the newest event as remembered apart from the log; (0, <see cref="EventHash.Origin"/>) when there is none.</summary>
    Task<(long Sequence, string Hash)> GetHeadAsync(CancellationToken cancellationToken);

    /// <summary>All checkpoints by sequence.</summary>
    Task<IReadOnlyList<AuditCheckpoint>> ListCheckpointsAsync(CancellationToken cancellationToken);

    /// <summary>Adds a checkpoint; one that exists for its sequence stays as it is.</summary>
    Task AddCheckpointAsync(AuditCheckpoint checkpoint, CancellationToken cancellationToken);
}
