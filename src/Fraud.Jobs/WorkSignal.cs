using Fraud.Work;

namespace Fraud.Jobs;

/// <summary>Passes the stages' hints to the scheduler of this process.</summary>
public sealed class WorkSignal : IWorkSignal
{
    /// <summary>Called on the thread that committed the work; handlers return at once.</summary>
    public event Action<WorkKind>? Raised;

    /// <inheritdoc/>
    public void Ready(WorkKind kind) => Raised?.Invoke(kind);
}
