using Fraud.Cases;

namespace Fraud.Review.Audit;

/// <summary>Signs the head of the log after enough events.</summary>
internal sealed class AuditCheckpointer(IAuditStore store, AuditSigner signer, ReviewOptions options, TimeProvider clock) : IAuditCheckpointer
{
    // Read once: it is asked after every event. Should another process sign meanwhile, there is one checkpoint more than needed
    private long? _signed;

    public async Task<bool> CheckpointAsync(bool force, CancellationToken cancellationToken)
    {
        var (sequence, hash) = await store.GetHeadAsync(cancellationToken);
        _signed ??= (await store.ListCheckpointsAsync(cancellationToken)).Select(c => c.Sequence).DefaultIfEmpty(0).Max();
        if (sequence - _signed < (force ? 1 : options.CheckpointEvents))
        {
            return false;
        }

        await store.AddCheckpointAsync(signer.Sign(sequence, hash, clock.GetUtcNow()), cancellationToken);
        _signed = sequence;
        ReviewMetrics.Checkpoints.Add(1);
        return true;
    }
}
