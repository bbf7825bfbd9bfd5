using Fraud.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Adds targets that are not known yet.</summary>
internal static class TargetWriter
{
    /// <summary>Adds what is unknown; beyond <paramref name="maxPerHost"/> targets of a host (0 = no bound) nothing is added.</summary>
    public static async Task AddAsync(Session session, IReadOnlyList<TargetRow> targets, long now, int maxPerHost = 0, bool suspect = false)
    {
        foreach (var group in targets.GroupBy(t => (t.Source, t.Host)))
        {
            HostQueue? queue = null;
            var added = 0;
            foreach (var target in group)
            {
                if (await FindAsync(session, target) is not null)
                {
                    continue;
                }

                queue ??= await HostQueue.EnsureAsync(session, target.Source, target.Host);
                if (maxPerHost > 0 && queue.Targets + added >= maxPerHost)
                {
                    break;
                }

                var first = suspect || await SuspectMarks.IsSellerAsync(session, target);
                await InsertAsync(session, target, queue.Id, first ? CrawlPriority.Suspect : target.Priority, now);
                added++;
            }

            await CountAsync(session, group.Key.Source, queue, added);
        }
    }

    /// <summary>Ids of a visited target and of its queue; it is added when it is unknown.</summary>
    public static async Task<(long Id, long QueueId)> EnsureAsync(Session session, TargetRow target, long now)
    {
        if (await FindAsync(session, target) is { QueueId: { } known } found)
        {
            return (found.Id, known);
        }

        var queue = await HostQueue.EnsureAsync(session, target.Source, target.Host);
        await CountAsync(session, target.Source, queue, 1);
        return (await InsertAsync(session, target, queue.Id, target.Priority, now), queue.Id);
    }

    private static async Task CountAsync(Session session, string source, HostQueue? queue, int added)
    {
        if (queue is not null && added > 0)
        {
            await session.ExecuteAsync("UPDATE CrawlQueue SET Targets = Targets + @added WHERE Id = @Id", new { queue.Id, added });
            SourceTally.Add(session, source, targets: added);
        }
    }

    private static Task<Known?> FindAsync(Session session, TargetRow target) =>
        session.FirstAsync<Known>($"SELECT Id, QueueId FROM CrawlTarget{session.Dialect.UpsertHint} WHERE Source = @Source AND UrlHash = @UrlHash", new { target.Source, target.UrlHash });

    private static Task<long> InsertAsync(Session session, TargetRow t, long queueId, int priority, long now) => session.InsertAsync(
        """
        INSERT INTO CrawlTarget (Source, UrlHash, Url, SealedUrl, Depth, ETag, LastModified, Failures, DueAt, AddedAt, QueueId, Priority, IntervalMs)
        VALUES (@Source, @UrlHash, @Url, @SealedUrl, @Depth, @ETag, @LastModified, @Failures, @now, @now, @queueId, @priority, 0)
        """,
        new { t.Source, t.UrlHash, t.Url, t.SealedUrl, t.Depth, t.ETag, t.LastModified, t.Failures, now, queueId, priority });

    private sealed class Known
    {
        public long Id { get; init; }

        public long? QueueId { get; init; }
    }
}
