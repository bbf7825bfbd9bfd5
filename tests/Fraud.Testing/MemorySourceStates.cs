using System.Collections.Concurrent;
using Fraud.Posts;

namespace Fraud.Testing;

/// <summary>Source states, and the posts that were taken back, that are forgotten at the end of the test.</summary>
public sealed class MemorySourceStates : ISourceStateStore, IPostWithdrawal
{
    private readonly ConcurrentDictionary<(string, string), SourceState> _states = new();

    /// <summary>Native ids withdrawn, in order.</summary>
    public ConcurrentQueue<string> Withdrawn { get; } = new();

    /// <summary>Every state saved.</summary>
    public ICollection<SourceState> All => _states.Values;

    /// <inheritdoc/>
    public Task<SourceState> GetAsync(string source, string track, CancellationToken cancellationToken) =>
        Task.FromResult(_states.GetValueOrDefault((source, track)) ?? new() { Source = source, Track = track });

    /// <inheritdoc/>
    public Task SaveAsync(SourceState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        _states[(state.Source, state.Track)] = state;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<int> WithdrawAsync(string source, IReadOnlyList<string> nativeIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(nativeIds);
        foreach (var id in nativeIds)
        {
            Withdrawn.Enqueue(id);
        }

        return Task.FromResult(nativeIds.Count);
    }
}
