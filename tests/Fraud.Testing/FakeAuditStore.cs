using Fraud.Cases;

namespace Fraud.Testing;

/// <summary>An audit log in memory.</summary>
public sealed class FakeAuditStore(params IReadOnlyList<CaseEvent> events) : IAuditStore
{
    private readonly List<AuditCheckpoint> _checkpoints = [];

    /// <inheritdoc/>
    public IAsyncEnumerable<CaseEvent> ReadAsync(long afterSequence, CancellationToken cancellationToken) =>
        events.Where(e => e.Sequence > afterSequence).ToAsyncEnumerable();

    /// <inheritdoc/>
    public Task<(long Sequence, string Hash)> GetHeadAsync(CancellationToken cancellationToken) =>
        Task.FromResult(events.Count == 0 ? (0, EventHash.Origin) : (events[^1].Sequence, events[^1].Hash));

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditCheckpoint>> ListCheckpointsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AuditCheckpoint>>(_checkpoints);

    /// <inheritdoc/>
    public Task AddCheckpointAsync(AuditCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        _checkpoints.Add(checkpoint);
        return Task.CompletedTask;
    }
}
