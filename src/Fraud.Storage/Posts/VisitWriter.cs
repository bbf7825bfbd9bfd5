using Fraud.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Writes how a visit ended: the target's next due time and a line of the diary.</summary>
internal static class VisitWriter
{
    public static async Task WriteAsync(Session session, CrawlVisit visit, long targetId, string detail, int newPosts, long now)
    {
        // An answer without validators (304, a failure) leaves those of the stored page in force
        await session.ExecuteAsync(
            """
            UPDATE CrawlTarget
            SET DueAt = @due, Failures = CASE WHEN @failed = 1 THEN Failures + 1 ELSE 0 END,
                ETag = CASE WHEN @fresh = 1 OR @ETag <> '' THEN @ETag ELSE ETag END,
                LastModified = CASE WHEN @fresh = 1 OR @LastModified <> '' THEN @LastModified ELSE LastModified END
            WHERE Id = @targetId
            """,
            new
            {
                targetId,
                due = Stamp.Of(visit.DueAgainAt),
                failed = visit.IsFailure ? 1 : 0,
                fresh = visit.Page is null ? 0 : 1,
                visit.ETag,
                visit.LastModified,
            });
        await session.ExecuteAsync(
            """
            INSERT INTO CrawlAttempt (TargetId, Source, AttemptedAt, Outcome, Detail, Failed, NewPosts)
            VALUES (@targetId, @Source, @now, @Outcome, @detail, @failed, @newPosts)
            """,
            new { targetId, visit.Target.Source, now, visit.Outcome, detail, failed = visit.IsFailure ? 1 : 0, newPosts });
        if (visit.Outcome is "stored" or "unchanged")
        {
            await SourceTally.AddAsync(session, visit.Target.Source, successAt: now);
        }
    }
}
