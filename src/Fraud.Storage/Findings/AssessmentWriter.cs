using Fraud.Findings;
using Fraud.Storage.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Findings;

/// <summary>Writes one verdict and, in the same transaction, its row of the outbox.</summary>
internal static class AssessmentWriter
{
    /// <summary>Whether an alert was queued; null when this model and policy have judged the post before.</summary>
    public static async Task<bool?> WriteAsync(Session session, long postId, Assessment assessment, string json, long now)
    {
        await DetectQueue.RemoveAsync(session, postId, assessment.Model, assessment.Policy);
        var args = new { postId, assessment.Model, assessment.Policy };
        if (await session.FirstAsync<long?>($"SELECT Id FROM Assessment{session.Dialect.UpsertHint} WHERE PostId = @postId AND Model = @Model AND Policy = @Policy", args) is not null)
        {
            return null;
        }

        var id = await session.InsertAsync(
            """
            INSERT INTO Assessment (PostId, Model, Policy, Verdict, Label, Score, Json, AssessedAt)
            VALUES (@postId, @Model, @Policy, @Verdict, @Label, @Score, @json, @now)
            """,
            new { postId, assessment.Model, assessment.Policy, Verdict = (int)assessment.Verdict, Label = (int)assessment.Label, assessment.Score, json, now });
        await HideAsync(session, postId, assessment);
        return await QueueAsync(session, postId, id, assessment.Verdict, now);
    }

    // The detector may know a secret that the masker did not when the post was stored
    private static async Task HideAsync(Session session, long postId, Assessment assessment)
    {
        var spans = assessment.SecretSpans().ToList();
        if (spans.Count == 0 || await PostReader.FindAsync(session, postId) is not { } row)
        {
            return;
        }

        var masked = PostMask.Apply(row.ToPost(), spans);
        if (masked.Text != row.Text || masked.Title != row.Title)
        {
            await session.ExecuteAsync("UPDATE Post SET Title = @Title, Text = @Text WHERE Id = @postId", new { postId, masked.Title, masked.Text });
        }
    }

    private static async Task<bool> QueueAsync(Session session, long postId, long assessmentId, Verdict verdict, long now)
    {
        if (verdict == Verdict.Clear)
        {
            return false;
        }

        if (verdict == Verdict.Alert)
        {
            await CountAsync(session, postId);
        }

        await session.ExecuteAsync(
            """
            INSERT INTO Outbox (PostId, AssessmentId, Verdict, QueuedAt, DueAt, Attempts, PushedAt)
            VALUES (@postId, @assessmentId, @verdict, @now, @now, 0, NULL)
            """,
            new { postId, assessmentId, verdict = (int)verdict, now });
        return true;
    }

    // A post counts once as an alert, however many models say so
    private static async Task CountAsync(Session session, long postId)
    {
        var alert = (int)Verdict.Alert;
        if (await session.FirstAsync<long?>("SELECT Id FROM Outbox WHERE PostId = @postId AND Verdict = @alert", new { postId, alert }) is null
            && await PostReader.FindAsync(session, postId) is { } row)
        {
            await SourceTally.AddAsync(session, row.Source, alerts: 1);
            await SuspectMarks.RaiseAsync(session, row.ToPost());
        }
    }
}
