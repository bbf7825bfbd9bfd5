using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Adds targets that are not known yet.</summary>
internal static class TargetWriter
{
    public static async Task AddAsync(Session session, IReadOnlyList<TargetRow> targets, long now)
    {
        var added = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            if (await FindAsync(session, target) is null)
            {
                await InsertAsync(session, target, now);
                added[target.Source] = added.GetValueOrDefault(target.Source) + 1;
            }
        }

        foreach (var (source, count) in added)
        {
            await SourceTally.AddAsync(session, source, targets: count);
        }
    }

    /// <summary>The id of a visited target, which is added when it is unknown.</summary>
    public static async Task<long> EnsureAsync(Session session, TargetRow target, long now)
    {
        if (await FindAsync(session, target) is { } known)
        {
            return known;
        }

        await SourceTally.AddAsync(session, target.Source, targets: 1);
        return await InsertAsync(session, target, now);
    }

    private static Task<long?> FindAsync(Session session, TargetRow target) =>
        session.FirstAsync<long?>($"SELECT Id FROM CrawlTarget{session.Dialect.UpsertHint} WHERE Source = @Source AND UrlHash = @UrlHash", new { target.Source, target.UrlHash });

    private static Task<long> InsertAsync(Session session, TargetRow t, long now) => session.InsertAsync(
        """
        INSERT INTO CrawlTarget (Source, UrlHash, Url, SealedUrl, Depth, ETag, LastModified, Failures, DueAt, AddedAt)
        VALUES (@Source, @UrlHash, @Url, @SealedUrl, @Depth, @ETag, @LastModified, @Failures, @now, @now)
        """,
        new { t.Source, t.UrlHash, t.Url, t.SealedUrl, t.Depth, t.ETag, t.LastModified, t.Failures, now });
}
