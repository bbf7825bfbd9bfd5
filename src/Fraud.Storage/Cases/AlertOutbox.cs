using Fraud.Cases;
using Fraud.Storage.Sql;
using Fraud.Work;

namespace Fraud.Storage.Cases;

/// <summary>The outbox in the database.</summary>
internal sealed class AlertOutbox(Database database, IWorkSignal signal, TimeProvider clock) : IAlertOutbox
{
    public Task<IReadOnlyList<WaitingAlert>> ListWaitingAsync(int count, CancellationToken cancellationToken) =>
        database.ReadAsync(s => ReadAsync(s, count), cancellationToken);

    public async Task<PushOutcome> OpenAsync(WaitingAlert alert, CaseMarks marks, OpeningRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(rule);
        var outcome = await database.WriteAsync(s => new AlertOpening(s, alert, marks, rule, clock.GetUtcNow()).RunAsync(), cancellationToken);
        if (outcome != PushOutcome.Known)
        {
            signal.Ready(WorkKind.EventsWritten);
        }

        return outcome;
    }

    public Task PostponeAsync(long alertId, TimeSpan delay, CancellationToken cancellationToken) => database.WriteAsync(
        s => s.ExecuteAsync(
            "UPDATE Outbox SET Attempts = Attempts + 1, DueAt = @due WHERE Id = @alertId AND PushedAt IS NULL",
            new { alertId, due = Stamp.Of(clock.GetUtcNow() + delay) }),
        cancellationToken);

    private async Task<IReadOnlyList<WaitingAlert>> ReadAsync(Session s, int count)
    {
        var rows = await s.ListAsync<OutboxRow>(
            $"SELECT Id, PostId, AssessmentId, QueuedAt, Attempts FROM Outbox WHERE PushedAt IS NULL AND DueAt <= @now ORDER BY DueAt, Id {s.Dialect.Limit("@count")}",
            new { now = Stamp.Of(clock.GetUtcNow()), count });
        var alerts = new List<WaitingAlert>(rows.Count);
        foreach (var row in rows)
        {
            var assessed = await AssessedReader.ReadAsync(s, row.PostId, row.AssessmentId);
            alerts.Add(new() { Id = row.Id, Assessed = assessed, QueuedAt = Stamp.Read(row.QueuedAt), Attempts = row.Attempts });
        }

        return alerts;
    }
}
