using Fraud.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Compares pages of one host by their visible text.</summary>
internal static class PageLikeness
{
    private const int MostCompared = 500;

    /// <summary>Whether another target of the queue has the very same text.</summary>
    public static async Task<bool> IsDuplicateAsync(Session session, long queueId, long targetId, PageFingerprint print) =>
        await session.FirstAsync<long?>(
            "SELECT TargetId FROM CrawlPage WHERE QueueId = @queueId AND TextHash = @TextHash AND TargetId <> @targetId",
            new { queueId, targetId, print.TextHash }) is not null;

    /// <summary>Number of other pages of the queue with nearly the same text, counted up to a bound.</summary>
    public static async Task<int> CountAlikeAsync(Session session, long queueId, long targetId, PageFingerprint print)
    {
        var near = await session.ListAsync<long>(
            $"""
            SELECT SimHash FROM CrawlPage
            WHERE TargetId <> @targetId AND ((QueueId = @queueId AND Band0 = @b0) OR (QueueId = @queueId AND Band1 = @b1) OR (QueueId = @queueId AND Band2 = @b2) OR (QueueId = @queueId AND Band3 = @b3))
            ORDER BY TargetId DESC {session.Dialect.Limit("@MostCompared")}
            """,
            new { queueId, targetId, b0 = print.Band(0), b1 = print.Band(1), b2 = print.Band(2), b3 = print.Band(3), MostCompared });
        return near.Count(print.IsAlike);
    }

    public static async Task SaveAsync(Session session, long queueId, long targetId, PageFingerprint print)
    {
        var args = new { queueId, targetId, print.TextHash, print.SimHash, b0 = print.Band(0), b1 = print.Band(1), b2 = print.Band(2), b3 = print.Band(3) };
        // Most pages are new
        var added = await session.ExecuteAsync(
            """
            INSERT INTO CrawlPage (TargetId, QueueId, TextHash, SimHash, Band0, Band1, Band2, Band3)
            SELECT @targetId, @queueId, @TextHash, @SimHash, @b0, @b1, @b2, @b3 WHERE NOT EXISTS (SELECT 1 FROM CrawlPage WHERE TargetId = @targetId)
            """,
            args);
        if (added == 0)
        {
            await session.ExecuteAsync("UPDATE CrawlPage SET TextHash = @TextHash, SimHash = @SimHash, Band0 = @b0, Band1 = @b1, Band2 = @b2, Band3 = @b3 WHERE TargetId = @targetId", args);
        }
    }
}
