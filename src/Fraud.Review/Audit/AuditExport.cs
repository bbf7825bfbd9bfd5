using Fraud.Cases;

namespace Fraud.Review.Audit;

/// <summary>Hands the audit log out as a file for regulators.</summary>
public sealed class AuditExport
{
    private readonly IAuditStore _store;
    private readonly AuditSigner _signer;
    private readonly IAuditCheckpointer _checkpointer;

    internal AuditExport(IAuditStore store, AuditSigner signer, IAuditCheckpointer checkpointer) => (_store, _signer, _checkpointer) = (store, signer, checkpointer);

    /// <summary>SHA-256 (hex) of the key that signs this installation's checkpoints; to be told to receivers by another way than the file.</summary>
    public string KeyId => AuditVerifier.KeyIdOf(_signer.PublicKey);

    /// <summary>Signs the newest event and writes the log up to it, in the form <see cref="AuditFile"/> describes.</summary>
    public async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        await _checkpointer.CheckpointAsync(force: true, cancellationToken);
        var checkpoints = await _store.ListCheckpointsAsync(cancellationToken);
        var last = checkpoints.Count == 0 ? 0 : checkpoints.Max(c => c.Sequence);
        var events = _store.ReadAsync(0, cancellationToken).TakeWhile(e => e.Sequence <= last);
        await AuditFile.WriteAsync(target, _signer.PublicKey, checkpoints, events, cancellationToken);
    }
}
