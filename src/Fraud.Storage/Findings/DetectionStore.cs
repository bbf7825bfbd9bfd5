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
    // The model and policy this process last saw the queue to be for: when it is for others now, another process has brought them
    private volatile string _seen = "";

    public async Task<IReadOnlyList<PendingPost>> TakePendingAsync(string model, string policy, int count, TimeSpan lease, CancellationToken cancellationToken)
    {
        var pair = $"{model} {policy}";
        var (isOurs, due) = await database.ReadAsync(async s => (await DetectQueue.IsForAsync(s, model, policy), await DetectQueue.IsDueAsync(s, Now())), cancellationToken);
        var replaced = _seen == pair;
        _seen = isOurs ? pair : _seen;
        if (isOurs ? !due : replaced)
        {
            return [];
        }

        var rows = await database.WriteAsync(s => DetectQueue.TakeAsync(s, model, policy, count, lease, Now()), cancellationToken);
        _seen = pair;
        var clear = rows.Select(r => r.Open(sealer)).ToList();
        var masked = await MaskedAsync(rows.Where((_, i) => clear[i] is null).Select(r => r.PostId).ToList(), cancellationToken);
        return [.. rows.Select((r, i) => clear[i] ?? masked[r.PostId])];
    }

    private async Task<Dictionary<long, PendingPost>> MaskedAsync(List<long> ids, CancellationToken cancellationToken)
    {
        var rows = ids.Count == 0 ? [] : await database.ReadAsync(s => PostReader.ListAsync(s, ids), cancellationToken);
        return rows.ToDictionary(r => r.Id, PendingRow.Masked);
    }

    public async Task SaveAsync(IReadOnlyList<AssessedPost> assessed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(assessed);
        var judged = assessed.Select(a => new JudgedPost(a.PostId, a.Assessment, AssessmentJson.Write(a.Assessment, masker))).ToList();
        var (verdicts, alerts) = await database.WriteAsync(s => AssessmentWriter.WriteAsync(s, judged, sealer, Now()), cancellationToken);
        StorageMetrics.Verdicts.Add(verdicts);
        StorageMetrics.Alerts.Add(alerts);
        if (alerts > 0)
        {
            signal.Ready(WorkKind.AlertsQueued);
        }
    }

    public Task DeferAsync(IReadOnlyList<long> postIds, TimeSpan delay, CancellationToken cancellationToken) => database.WriteAsync(
        s => DetectQueue.PostponeAsync(s, postIds, Now() + (long)delay.TotalMilliseconds),
        cancellationToken);

    private long Now() => Stamp.Of(clock.GetUtcNow());
}
