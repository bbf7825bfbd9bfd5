using Fraud.Posts;
using Fraud.Storage.Secrets;
using Fraud.Storage.Sql;
using Fraud.Text;
using Fraud.Work;

namespace Fraud.Storage.Posts;

/// <summary>The crawler's memory in the database.</summary>
internal sealed class CrawlStore(Database database, Sealer sealer, ISecretMasker masker, IWorkSignal signal, TimeProvider clock) : ICrawlStore
{
    public Task AddTargetsAsync(IReadOnlyList<CrawlTarget> targets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var rows = Rows(targets);
        return database.WriteAsync(
            async s =>
            {
                await TargetWriter.AddAsync(s, rows, Now());
                return 0;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<CrawlTarget>> TakeDueAsync(string source, int count, TimeSpan lease, CancellationToken cancellationToken)
    {
        var rows = await database.WriteAsync(s => TakeAsync(s, source, count, lease), cancellationToken);
        return [.. rows.Select(r => r.ToTarget(sealer)).OfType<CrawlTarget>()];
    }

    public async Task<int> CompleteAsync(CrawlVisit visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var target = TargetRow.From(visit.Target, masker, sealer);
        var page = visit.Page is null ? null : PreparedPage.From(visit.Page, masker, sealer);
        var posts = Prepare(visit.Posts);
        var links = Rows(visit.Discovered);
        var detail = masker.Mask(visit.Detail);
        var added = await database.WriteAsync(
            async s =>
            {
                var now = Now();
                var stored = await StoreAsync(s, page, posts, now);
                var id = await TargetWriter.EnsureAsync(s, target, now);
                await VisitWriter.WriteAsync(s, visit, id, detail, stored, now);
                await TargetWriter.AddAsync(s, links, now);
                return stored;
            },
            cancellationToken);
        Count(page, posts.Count, added);
        return added;
    }

    public async Task<int> ImportAsync(PageCapture? page, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var frozen = page is null ? null : PreparedPage.From(page, masker, sealer);
        var prepared = Prepare(posts);
        var added = await database.WriteAsync(s => StoreAsync(s, frozen, prepared, Now()), cancellationToken);
        Count(frozen, posts.Count, added);
        return added;
    }

    public async Task<IReadOnlyList<SourceHealth>> ListHealthAsync(CancellationToken cancellationToken)
    {
        var now = Now();
        var rows = await database.ReadAsync(
            s => s.ListAsync<HealthRow>(
                """
                SELECT t.Source, t.Targets, t.Posts, t.Alerts, t.LastSuccessAt,
                    (SELECT COUNT(*) FROM CrawlTarget c WHERE c.Source = t.Source AND c.DueAt <= @now) AS Backlog,
                    (SELECT COUNT(*) FROM CrawlTarget c WHERE c.Source = t.Source AND c.DueAt > @now AND NOT EXISTS (SELECT 1 FROM CrawlAttempt a WHERE a.TargetId = c.Id)) AS Unvisited,
                    (SELECT COUNT(*) FROM CrawlAttempt a WHERE a.Source = t.Source AND a.Failed = 1 AND a.AttemptedAt > @since) AS Failures
                FROM SourceTally t ORDER BY t.Source
                """,
                new { now, since = now - (long)TimeSpan.FromHours(24).TotalMilliseconds }),
            cancellationToken);
        return [.. rows.Select(r => r.ToHealth())];
    }

    // A lease is a due time in the future: a crawler that dies leaves nothing to clean up
    private async Task<List<TargetRow>> TakeAsync(Session s, string source, int count, TimeSpan lease)
    {
        var now = Now();
        var rows = await s.ListAsync<TargetRow>(
            $"SELECT {TargetRow.Columns} FROM CrawlTarget{s.Dialect.ClaimHint} WHERE Source = @source AND DueAt <= @now ORDER BY DueAt, Id {s.Dialect.Limit("@count")}",
            new { source, now, count });
        foreach (var row in rows)
        {
            await s.ExecuteAsync("UPDATE CrawlTarget SET DueAt = @until WHERE Id = @Id", new { row.Id, until = now + (long)lease.TotalMilliseconds });
        }

        return rows;
    }

    private static async Task<int> StoreAsync(Session s, PreparedPage? page, List<PreparedPost> posts, long now)
    {
        long? capture = page is null ? null : await EvidenceWriter.WriteAsync(s, page, now);
        return await PostWriter.WriteAsync(s, posts, capture, now);
    }

    private void Count(PreparedPage? page, int offered, int added)
    {
        StorageMetrics.PostsIn.Add(offered);
        StorageMetrics.PostsNew.Add(added);
        StorageMetrics.Pages.Add(page is null ? 0 : 1);
        if (added > 0)
        {
            signal.Ready(WorkKind.PostsStored);
        }
    }

    private List<PreparedPost> Prepare(IReadOnlyList<Post> posts) => [.. posts.Select(p => PreparedPost.From(p, masker, sealer))];

    private List<TargetRow> Rows(IReadOnlyList<CrawlTarget> targets) => [.. targets.Select(t => TargetRow.From(t, masker, sealer))];

    private long Now() => Stamp.Of(clock.GetUtcNow());
}
