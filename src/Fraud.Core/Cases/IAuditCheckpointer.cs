namespace Fraud.Cases;

/// <summary>Signs the head of the audit log.</summary>
public interface IAuditCheckpointer
{
    /// <summary>Signs when enough events came since the last checkpoint, or, with <paramref name="force"/>, when any came. Returns whether it signed.</summary>
    Task<bool> CheckpointAsync(bool force, CancellationToken cancellationToken);
}
