using Fraud.Cases;

namespace Fraud.Review.Audit;

/// <summary>The audit log of this installation.</summary>
internal sealed class AuditLog(IAuditStore store, AuditSigner signer) : IAuditLog
{
    public IAsyncEnumerable<CaseEvent> ReadAsync(CancellationToken cancellationToken) => store.ReadAsync(0, cancellationToken);

    public async Task<string?> VerifyAsync(CancellationToken cancellationToken)
    {
        // In this order: no checkpoint lies beyond a head read after it, and events written while we read lie beyond the head
        var checkpoints = await store.ListCheckpointsAsync(cancellationToken);
        var head = await store.GetHeadAsync(cancellationToken);
        var events = store.ReadAsync(0, cancellationToken).TakeWhile(e => e.Sequence <= head.Sequence);
        return await new AuditVerifier(signer.PublicKey).VerifyAsync(events, checkpoints, head, cancellationToken);
    }
}
