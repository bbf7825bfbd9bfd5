using Fraud.Cases;
using Fraud.Posts;
using Fraud.Storage.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Retention;

/// <summary>Destroys expired pages and clear posts in small transactions, each with its line in the audit log.</summary>
internal sealed class RetentionStore(Database database, StorageOptions options, TimeProvider clock) : IRetention
{
    private const int BatchSize = 500;

    // f is the view PostFate; a post that waits for detection, for a push or for a decision is never expired
    private const string Expired =
        """
        (f.Waiting = 0 AND CASE
            WHEN f.State IS NULL THEN CASE WHEN f.StoredAt < @NoCase THEN 1 ELSE 0 END
            WHEN f.State = @isDismissed THEN CASE WHEN f.DecidedAt < @Dismissed THEN 1 ELSE 0 END
            WHEN f.State = @isUnsure THEN CASE WHEN f.DecidedAt < @Unsure THEN 1 ELSE 0 END
            WHEN f.State = @isConfirmed THEN CASE WHEN f.DecidedAt < @Confirmed THEN 1 ELSE 0 END
            ELSE 0 END = 1)
        """;

    private const string ClearExpired = $"EXISTS (SELECT 1 FROM PostFate f WHERE f.PostId = t.PostId AND {Expired})";

    private const string PageExpired =
        $"""
        (CASE WHEN EXISTS (SELECT 1 FROM Capture k JOIN Post p ON p.CaptureId = k.Id WHERE k.EvidenceId = t.Id) THEN 1 WHEN t.FrozenAt < @NoCase THEN 1 ELSE 0 END = 1
         AND NOT EXISTS (SELECT 1 FROM Capture k JOIN PostFate f ON f.CaptureId = k.Id WHERE k.EvidenceId = t.Id AND NOT {Expired}))
        """;

    public async Task<PurgeReport> PurgeAsync(CancellationToken cancellationToken)
    {
        var pages = await PurgeAsync($"SELECT t.Id FROM Evidence t WHERE t.Id > @after AND t.PurgedAt IS NULL AND {PageExpired} ORDER BY t.Id", PurgePagesAsync, cancellationToken);
        var posts = await PurgeAsync($"SELECT t.PostId FROM PostClear t WHERE t.PostId > @after AND {ClearExpired} ORDER BY t.PostId", PurgePostsAsync, cancellationToken);
        var oldest = Cutoff(options.Retention.VisitDays);
        var visits = await database.WriteAsync(s => s.ExecuteAsync("DELETE FROM CrawlAttempt WHERE AttemptedAt < @oldest", new { oldest }), cancellationToken);
        return new(pages, posts, visits);
    }

    private async Task<int> PurgeAsync(string select, Func<Session, IReadOnlyList<long>, Task<int>> purge, CancellationToken cancellationToken)
    {
        var total = 0;
        for (var after = 0L; ;)
        {
            var from = after;
            var ids = await database.ReadAsync(s => s.ListAsync<long>($"{select} {s.Dialect.Limit("@BatchSize")}", Cutoffs(from, [])), cancellationToken);
            if (ids.Count == 0)
            {
                return total;
            }

            total += await database.WriteAsync(s => purge(s, ids), cancellationToken);
            after = ids[^1];
        }
    }

    // The condition is tested again under the write lock: a case may have been opened or undone meanwhile
    private async Task<int> PurgePagesAsync(Session s, IReadOnlyList<long> ids)
    {
        var expired = await s.ListAsync<long>($"SELECT t.Id FROM Evidence t WHERE t.Id IN @ids AND t.PurgedAt IS NULL AND {PageExpired}", Cutoffs(0, ids));
        if (expired.Count > 0)
        {
            await s.ExecuteAsync("DELETE FROM EvidenceBody WHERE EvidenceId IN @expired", new { expired });
            await s.ExecuteAsync("UPDATE Evidence SET PurgedAt = @now WHERE Id IN @expired", new { expired, now = Stamp.Of(clock.GetUtcNow()) });
            await LogAsync(s, $"pages={expired.Count}");
        }

        return expired.Count;
    }

    private async Task<int> PurgePostsAsync(Session s, IReadOnlyList<long> ids)
    {
        var expired = await s.ListAsync<long>($"SELECT t.PostId FROM PostClear t WHERE t.PostId IN @ids AND {ClearExpired}", Cutoffs(0, ids));
        if (expired.Count > 0)
        {
            await s.ExecuteAsync("DELETE FROM PostClear WHERE PostId IN @expired", new { expired });
            await LogAsync(s, $"clear-posts={expired.Count}");
        }

        return expired.Count;
    }

    private Task<CaseEvent> LogAsync(Session s, string reason) => EventWriter.AppendAsync(s, 0, new(EventKinds.Purged, "system", reason), clock.GetUtcNow());

    private object Cutoffs(long after, IReadOnlyList<long> ids) => new
    {
        after,
        ids,
        BatchSize,
        NoCase = Cutoff(options.Retention.NoCaseDays),
        Dismissed = Cutoff(options.Retention.DismissedDays),
        Unsure = Cutoff(options.Retention.UnsureDays),
        Confirmed = Cutoff(options.Retention.ConfirmedDays),
        isDismissed = (int)CaseState.Dismissed,
        isUnsure = (int)CaseState.Unsure,
        isConfirmed = (int)CaseState.Confirmed,
    };

    private long Cutoff(int days) => Stamp.Of(clock.GetUtcNow().AddDays(-days));
}
