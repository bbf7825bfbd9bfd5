using Fraud.Posts;
using Fraud.Storage.Secrets;
using Fraud.Storage.Sql;
using Fraud.Text;
using Fraud.Work;

namespace Fraud.Storage.Posts;

/// <summary>The crawler's memory in the database.</summary>
internal sealed class CrawlStore(Database database, GroupWriter group, Sealer sealer, ISecretMasker masker, IWorkSignal signal, TimeProvider clock) : ICrawlStore
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

    public async Task<IReadOnlyList<CrawlTarget>> TakeDueAsync(CrawlClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        // Hosts stand masked in the store, should one hold a secret
        var masked = claim with { Except = claim.Except.Select(masker.Mask).ToHashSet(StringComparer.Ordinal) };
        var rows = await database.WriteAsync(s => TargetClaimer.TakeAsync(s, masked, Now()), cancellationToken);
        return [.. rows.Select(r => r.ToTarget(sealer)).OfType<CrawlTarget>()];
    }

    public async Task<IReadOnlyList<string>> RenewAsync(string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        await database.WriteAsync(s => HostHolds.RenewAsync(s, owner, Now() + (long)lease.TotalMilliseconds), cancellationToken);

    public Task ReleaseAsync(string owner, IReadOnlyList<string> hosts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        return database.WriteAsync(s => HostHolds.ReleaseAsync(s, owner, [.. hosts.Select(masker.Mask)]), cancellationToken);
    }

    public async Task<int> CompleteAsync(CrawlVisit visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var prepared = PreparedVisit.From(visit, masker, sealer);
        var added = await group.WriteAsync(s => prepared.WriteAsync(s, Now()), cancellationToken);
        Count(prepared.Page, prepared.Posts.Count, added);
        return added;
    }

    public async Task<int> ImportAsync(PageCapture? page, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var frozen = page is null ? null : PreparedPage.From(page, masker, sealer);
        var prepared = Prepare(posts);
        var added = await database.WriteAsync(s => PreparedVisit.StoreAsync(s, frozen, prepared, Now()), cancellationToken);
        Count(frozen, posts.Count, added);
        return added;
    }

    public async Task<IReadOnlyList<SourceHealth>> ListHealthAsync(CancellationToken cancellationToken)
    {
        var now = Now();
        var rows = await database.ReadAsync(
            s => s.ListAsync<HealthRow>(
                $"""
                SELECT t.Source, t.Targets, t.Posts, t.Alerts, t.LastSuccessAt,
                    (SELECT COUNT(*) FROM CrawlTarget c WHERE c.Source = t.Source AND c.DueAt <= @now) AS Backlog,
                    (SELECT COUNT(*) FROM CrawlTarget c WHERE c.Source = t.Source AND c.DueAt > @now AND NOT EXISTS (SELECT 1 FROM CrawlAttempt a WHERE a.TargetId = c.Id)) AS Unvisited,
                    (SELECT COUNT(*) FROM CrawlAttempt a WHERE a.Source = t.Source AND a.Failed = 1 AND a.AttemptedAt > @since) AS Failures,
                    (SELECT MAX(h.DelayMs) FROM CrawlQueue q JOIN CrawlHost h ON h.Host = q.Host WHERE q.Source = t.Source) AS DelayMs,
                    (SELECT Outcome FROM CrawlAttempt a WHERE a.Source = t.Source AND a.Failed = 1 ORDER BY a.AttemptedAt DESC {s.Dialect.Limit("1")}) AS LastFault,
                    (SELECT MIN(c.DueAt) FROM CrawlTarget c WHERE c.Source = t.Source AND c.DueAt IS NOT NULL) AS NextAt,
                    (SELECT p.PausedAt FROM CrawlPause p WHERE p.Source = t.Source) AS PausedAt
                FROM SourceTally t ORDER BY t.Source
                """,
                new { now, since = now - (long)TimeSpan.FromHours(24).TotalMilliseconds }),
            cancellationToken);
        return [.. rows.Select(r => r.ToHealth())];
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
