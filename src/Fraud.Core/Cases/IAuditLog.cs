namespace Fraud.Cases;

/// <summary>The hash-chained log of all case events.</summary>
public interface IAuditLog
{
    /// <summary>All events in order of sequence.</summary>
    IAsyncEnumerable<CaseEvent> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Recomputes the chain; null when whole, else one sentence naming the first bad entry.</summary>
    Task<string?> VerifyAsync(CancellationToken cancellationToken);
}
