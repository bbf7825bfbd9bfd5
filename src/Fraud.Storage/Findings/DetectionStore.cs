using Fraud.Findings;
using Fraud.Storage.Posts;
using Fraud.Storage.Secrets;
using Fraud.Storage.Sql;
using Fraud.Text;
using Fraud.Work;

namespace Fraud.Storage.Findings;

/// <summary>What the detect stage reads and writes, in the database.</summary>
internal sealed class DetectionStore(Database database, Sealer sealer, ISecretMasker masker, IWorkSignal signal, TimeProvider clock) : IDetectionStore
{
    public async Task<IReadOnlyList<PendingPost>> ListPendingAsync(string model, string policy, int count, CancellationToken cancellationToken)
    {
        if (!await database.ReadAsync(s => DetectQueue.IsForAsync(s, model, policy), cancellationToken))
        {
            await database.WriteAsync(s => DetectQueue.RefillAsync(s, model, policy, Now()), cancellationToken);
        }

        return await database.ReadAsync(s => ReadAsync(s, count), cancellationToken);
    }

    public async Task SaveAsync(IReadOnlyList<AssessedPost> assessed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(assessed);
        var prepared = assessed.Select(a => (a.PostId, a.Assessment, Json: AssessmentJson.Write(a.Assessment, masker))).ToList();
        var written = await database.WriteAsync(
            async s =>
            {
                var (verdicts, alerts) = (0, 0);
                foreach (var (postId, assessment, json) in prepared)
                {
                    var queued = await AssessmentWriter.WriteAsync(s, postId, assessment, json, Now());
                    verdicts += queued is null ? 0 : 1;
                    alerts += queued is true ? 1 : 0;
                }

                return (verdicts, alerts);
            },
            cancellationToken);
        StorageMetrics.Verdicts.Add(written.verdicts);
        StorageMetrics.Alerts.Add(written.alerts);
        if (written.alerts > 0)
        {
            signal.Ready(WorkKind.AlertsQueued);
        }
    }

    public Task DeferAsync(IReadOnlyList<long> postIds, TimeSpan delay, CancellationToken cancellationToken) => database.WriteAsync(
        s => s.ExecuteAsync("UPDATE DetectQueue SET DueAt = @due WHERE PostId IN @postIds", new { postIds, due = Now() + (long)delay.TotalMilliseconds }),
        cancellationToken);

    private async Task<IReadOnlyList<PendingPost>> ReadAsync(Session s, int count)
    {
        var rows = await s.ListAsync<PendingRow>(
            $"""
            SELECT q.PostId, c.Sealed FROM DetectQueue q LEFT JOIN PostClear c ON c.PostId = q.PostId
            WHERE q.DueAt <= @now ORDER BY q.PostId {s.Dialect.Limit("@count")}
            """,
            new { now = Now(), count });
        var pending = new List<PendingPost>(rows.Count);
        foreach (var row in rows)
        {
            pending.Add(row.Open(sealer) ?? PendingRow.Masked((await PostReader.FindAsync(s, row.PostId))!));
        }

        return pending;
    }

    private long Now() => Stamp.Of(clock.GetUtcNow());
}
