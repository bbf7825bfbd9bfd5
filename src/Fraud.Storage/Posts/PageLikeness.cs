using Fraud.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Compares pages of one host by their visible text.</summary>
internal static class PageLikeness
{
    private const string MostCompared = "500";

    /// <summary>Whether another target of the queue has the very same text.</summary>
    public static async Task<bool> IsDuplicateAsync(Session session, long queueId, long targetId, PageFingerprint print) =>
        await session.FirstAsync<long?>(
            "SELECT TargetId FROM CrawlPage WHERE QueueId = @queueId AND TextHash = @TextHash AND TargetId <> @targetId",
            new { queueId, targetId, print.TextHash }) is not null;

    /// <summary>Number of other pages of the queue with nearly the same text, counted up to a bound.</summary>
    public static async Task<int> CountAlikeAsync(Session session, long queueId, long targetId, PageFingerprint print)
    {
        // Band by band, each read off its index in order; a bound given as an argument would have SQLite compile the statement anew each time
        var bands = Enumerable.Range(0, 4).Select(i => $"SELECT * FROM (SELECT TargetId, SimHash FROM CrawlPage WHERE QueueId = @queueId AND Band{i} = @b{i} ORDER BY TargetId DESC {session.Dialect.Limit(MostCompared)}) n{i}");
        var near = await session.ListAsync<Print>(string.Join(" UNION ALL ", bands), new { queueId, b0 = print.Band(0), b1 = print.Band(1), b2 = print.Band(2), b3 = print.Band(3) });
        return near.Where(n => n.TargetId != targetId && print.IsAlike(n.SimHash)).DistinctBy(n => n.TargetId).Count();
    }

    public static async Task SaveAsync(Session session, long queueId, long targetId, PageFingerprint print)
    {
        var args = new { queueId, targetId, print.TextHash, print.SimHash, b0 = print.Band(0), b1 = print.Band(1), b2 = print.Band(2), b3 = print.Band(3) };
        // One statement that reads the table it writes to would go by way of a temporary one
        var known = await session.FirstAsync<long?>($"SELECT TargetId FROM CrawlPage{session.Dialect.UpsertHint} WHERE TargetId = @targetId", new { targetId }) is not null;
        await session.ExecuteAsync(
            known ? "UPDATE CrawlPage SET TextHash = @TextHash, SimHash = @SimHash, Band0 = @b0, Band1 = @b1, Band2 = @b2, Band3 = @b3 WHERE TargetId = @targetId"
                : "INSERT INTO CrawlPage (TargetId, QueueId, TextHash, SimHash, Band0, Band1, Band2, Band3) VALUES (@targetId, @queueId, @TextHash, @SimHash, @b0, @b1, @b2, @b3)",
            args);
    }

    private sealed class Print
    {
        public long TargetId { get; init; }

        public long SimHash { get; init; }
    }
}
