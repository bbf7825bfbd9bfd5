using Fraud.Cases;
using Fraud.Work;

namespace Fraud.Jobs;

/// <summary>Has the head of the audit log signed when it has grown enough.</summary>
internal sealed class CheckpointAudit(IAuditCheckpointer checkpointer, JobOptions options) : IRecurringJob
{
    public string Name => "checkpoint";

    public string Queue => "audit";

    public TimeSpan Interval => options.CheckpointEvery;

    public WorkKind? WokenBy => WorkKind.EventsWritten;

    public Task RunAsync(CancellationToken cancellationToken) => checkpointer.CheckpointAsync(force: false, cancellationToken);
}
