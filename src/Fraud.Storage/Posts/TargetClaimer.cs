using Fraud.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Lends due targets, host by host: each host to one owner at a time, the least recently served first, by priority, then by age.</summary>
internal static class TargetClaimer
{
    public static async Task<List<TargetRow>> TakeAsync(Session session, CrawlClaim claim, long now)
    {
        var taken = new List<TargetRow>();
        if (await session.FirstAsync<string>("SELECT Source FROM CrawlPause WHERE Source = @Source", new { claim.Source }) is not null)
        {
            return taken;
        }

        // A crawler asks after every page when little is left: mostly there is nothing
        if (await session.FirstAsync<int?>($"SELECT 1 FROM CrawlTarget WHERE Source = @Source AND DueAt <= @now ORDER BY DueAt {session.Dialect.Limit("1")}", new { claim.Source, now }) is null)
        {
            return taken;
        }

        for (var priority = CrawlPriority.Suspect; priority >= CrawlPriority.Page && taken.Count < claim.Count; priority--)
        {
            var queues = await ListQueuesAsync(session, claim, priority, now);
            for (var i = 0; i < queues.Count && taken.Count < claim.Count; i++)
            {
                // Shared out among the hosts, so that a large one does not keep the others waiting
                var share = (claim.Count - taken.Count + queues.Count - i - 1) / (queues.Count - i);
                taken.AddRange(await TakeAsync(session, claim, queues[i], priority, share, now));
            }
        }

        return taken;
    }

    private static async Task<List<HostQueue>> ListQueuesAsync(Session session, CrawlClaim claim, int priority, long now)
    {
        // More than asked for, since some of them are not wanted
        var queues = await session.ListAsync<HostQueue>(
            $"""
            SELECT q.Id, q.Host FROM CrawlQueue q JOIN CrawlHost h ON h.Host = q.Host
            WHERE q.Source = @Source AND (h.Owner = @Owner OR h.LeasedUntil <= @now)
              AND h.NextAt <= CASE WHEN h.Owner = @Owner THEN @soon ELSE @now END
              AND EXISTS (SELECT 1 FROM CrawlTarget t WHERE t.QueueId = q.Id AND t.Priority = @priority AND t.DueAt <= @now)
            ORDER BY q.TakenAt, q.Id {session.Dialect.Limit("@most")}
            """,
            new { claim.Source, claim.Owner, priority, now, soon = now + (long)claim.Patience.TotalMilliseconds, most = claim.Count + claim.Except.Count });
        return [.. queues.Where(q => !claim.Except.Contains(q.Host)).Take(claim.Count)];
    }

    private static async Task<List<TargetRow>> TakeAsync(Session session, CrawlClaim claim, HostQueue queue, int priority, int count, long now)
    {
        var until = now + (long)claim.Lease.TotalMilliseconds;
        // Asked again under the lock: another machine may have been faster
        var won = await session.ExecuteAsync(
            "UPDATE CrawlHost SET Owner = @Owner, LeasedUntil = CASE WHEN Owner = @Owner AND LeasedUntil > @until THEN LeasedUntil ELSE @until END WHERE Host = @Host AND (Owner = @Owner OR LeasedUntil <= @now)",
            new { claim.Owner, queue.Host, now, until });
        if (won == 0)
        {
            return [];
        }

        var rows = await session.ListAsync<TargetRow>(
            $"""
            SELECT {TargetRow.Columns} FROM CrawlTarget t{session.Dialect.ClaimHint} LEFT JOIN CrawlPage p ON p.TargetId = t.Id
            WHERE t.QueueId = @Id AND t.Priority = @priority AND t.DueAt <= @now ORDER BY t.DueAt, t.Id {session.Dialect.Limit("@count")}
            """,
            new { queue.Id, priority, now, count });
        // A loan is a due time in the future: a crawler that dies leaves nothing to clean up
        await session.ExecuteAsync(
            $"UPDATE CrawlTarget SET DueAt = @until WHERE Id IN {session.Dialect.Among("@ids")}", new { until, ids = StorageJson.Write(rows.Select(r => r.Id)) });
        await session.ExecuteAsync("UPDATE CrawlQueue SET TakenAt = @now WHERE Id = @Id", new { queue.Id, now });
        return rows;
    }
}
