namespace Fraud.Findings;

/// <summary>What the detect stage reads and writes.</summary>
public interface IDetectionStore
{
    /// <summary>
    /// Takes posts without a verdict by this model and policy, oldest first; no other process gets them before the lease is over.
    /// None for a process whose model or policy another process has replaced.
    /// </summary>
    Task<IReadOnlyList<PendingPost>> TakePendingAsync(string model, string policy, int count, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Stores verdicts; an alert or review verdict puts a row in the outbox in the same transaction. Repeating it changes nothing.</summary>
    Task SaveAsync(IReadOnlyList<AssessedPost> assessed, CancellationToken cancellationToken);

    /// <summary>Makes posts wait that could not be assessed, so that they do not block the others.</summary>
    Task DeferAsync(IReadOnlyList<long> postIds, TimeSpan delay, CancellationToken cancellationToken);
}
