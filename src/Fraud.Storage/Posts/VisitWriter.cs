using Fraud.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Writes how a visit ended: the target's next due time, its text's likeness, the host's pace and a line of the diary.</summary>
internal static class VisitWriter
{
    public static async Task WriteAsync(Session session, CrawlVisit visit, TargetRow target, (long Id, long QueueId) ids, string detail, int newPosts, long now)
    {
        await UpdateAsync(session, visit, ids.Id);
        if (visit.Fingerprint is { } print && visit.Outcome is "stored")
        {
            await PageLikeness.SaveAsync(session, ids.QueueId, ids.Id, print);
        }

        if (visit.HostFreeAt is { } free)
        {
            HostPace.Set(session, target.Host, Stamp.Of(free), (long)visit.HostDelay.TotalMilliseconds);
        }

        await session.ExecuteAsync(
            """
            INSERT INTO CrawlAttempt (TargetId, Source, AttemptedAt, Outcome, Detail, Failed, NewPosts)
            VALUES (@Id, @Source, @now, @Outcome, @detail, @failed, @newPosts)
            """,
            new { ids.Id, visit.Target.Source, now, visit.Outcome, detail, failed = visit.IsFailure ? 1 : 0, newPosts });
        if (visit.Outcome is "stored" or "unchanged" or "duplicate")
        {
            SourceTally.Add(session, visit.Target.Source, successAt: now);
        }
    }

    // An answer without validators (304, a failure) leaves those of the stored page in force
    private static Task<int> UpdateAsync(Session session, CrawlVisit visit, long id) => session.ExecuteAsync(
        """
        UPDATE CrawlTarget
        SET DueAt = @due, IntervalMs = @interval, Failures = CASE WHEN @failed = 1 THEN Failures + 1 WHEN @waits = 1 THEN Failures ELSE 0 END,
            ETag = CASE WHEN @fresh = 1 OR @ETag <> '' THEN @ETag ELSE ETag END,
            LastModified = CASE WHEN @fresh = 1 OR @LastModified <> '' THEN @LastModified ELSE LastModified END
        WHERE Id = @id
        """,
        new
        {
            id,
            due = Stamp.Of(visit.DueAgainAt),
            interval = (long)visit.Interval.TotalMilliseconds,
            failed = visit.IsFailure ? 1 : 0,
            waits = visit.Outcome is "not-now" ? 1 : 0,
            fresh = visit.Page is null ? 0 : 1,
            visit.ETag,
            visit.LastModified,
        });
}
