using Fraud.Cases;

namespace Fraud.Review.Audit;

/// <summary>Signs the head of the log after enough events.</summary>
internal sealed class AuditCheckpointer(IAuditStore store, AuditSigner signer, ReviewOptions options, TimeProvider clock) : IAuditCheckpointer
{
    public async Task<bool> CheckpointAsync(bool force, CancellationToken cancellationToken)
    {
        var (sequence, hash) = await store.GetHeadAsync(cancellationToken);
        var checkpoints = await store.ListCheckpointsAsync(cancellationToken);
        var signed = checkpoints.Count == 0 ? 0 : checkpoints.Max(c => c.Sequence);
        if (sequence - signed < (force ? 1 : options.CheckpointEvents))
        {
            return false;
        }

        await store.AddCheckpointAsync(signer.Sign(sequence, hash, clock.GetUtcNow()), cancellationToken);
        ReviewMetrics.Checkpoints.Add(1);
        return true;
    }
}
