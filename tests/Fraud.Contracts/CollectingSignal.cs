using System.Collections.Concurrent;
using Fraud.Work;

namespace Fraud.Contracts;

/// <summary>Remembers what was signalled.</summary>
public sealed class CollectingSignal : IWorkSignal
{
    public ConcurrentQueue<WorkKind> Kinds { get; } = new();

    public void Ready(WorkKind kind) => Kinds.Enqueue(kind);
}
