using Fraud.Findings;
using Fraud.Posts;
using Fraud.Storage.Posts;
using Fraud.Storage.Secrets;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Findings;

/// <summary>Writes verdicts and, in the same transaction, their rows of the outbox.</summary>
internal static class AssessmentWriter
{
    private static readonly string[] Columns = ["PostId", "Model", "Policy", "Verdict", "Label", "Score", "Json", "AssessedAt"];

    /// <summary>Verdicts written, and alerts queued among them; what this model and policy have judged before is left as it is.</summary>
    public static async Task<(int Verdicts, int Alerts)> WriteAsync(Session session, IReadOnlyList<JudgedPost> judged, Sealer sealer, long now)
    {
        var (verdicts, alerts) = (0, 0);
        foreach (var group in judged.GroupBy(j => (j.Assessment.Model, j.Assessment.Policy)))
        {
            await DetectQueue.RemoveAsync(session, group.Select(j => j.PostId), group.Key.Model, group.Key.Policy);
            var known = await ListKnownAsync(session, group.Select(j => j.PostId), group.Key.Model, group.Key.Policy);
            var fresh = group.Where(j => known.Add(j.PostId)).ToList();
            // Nearly all, and nothing needs their ids
            await session.InsertRowsAsync(new("Assessment", Columns, [.. fresh.Where(j => j.IsPlain).Select(j => Row(j, now))]));
            foreach (var post in fresh.Where(j => !j.IsPlain))
            {
                alerts += await WriteAsync(session, post, sealer, now) ? 1 : 0;
            }

            verdicts += fresh.Count;
        }

        return (verdicts, alerts);
    }

    private static async Task<HashSet<long>> ListKnownAsync(Session session, IEnumerable<long> postIds, string model, string policy) => [.. await session.ListAsync<long>(
        $"SELECT PostId FROM Assessment{session.Dialect.UpsertHint} WHERE PostId IN {session.Dialect.Among("@ids")} AND Model = @model AND Policy = @policy",
        new { ids = StorageJson.Write(postIds), model, policy })];

    private static async Task<bool> WriteAsync(Session session, JudgedPost post, Sealer sealer, long now)
    {
        var id = await session.InsertAsync(
            """
            INSERT INTO Assessment (PostId, Model, Policy, Verdict, Label, Score, Json, AssessedAt)
            VALUES (@PostId, @Model, @Policy, @Verdict, @Label, @Score, @Json, @now)
            """,
            new { post.PostId, post.Assessment.Model, post.Assessment.Policy, Verdict = (int)post.Assessment.Verdict, Label = (int)post.Assessment.Label, post.Assessment.Score, post.Json, now });
        await HideAsync(session, post.PostId, post.Assessment, sealer);
        return await QueueAsync(session, post.PostId, id, post.Assessment.Verdict, now);
    }

    private static object?[] Row(JudgedPost post, long now) =>
        [post.PostId, post.Assessment.Model, post.Assessment.Policy, (int)post.Assessment.Verdict, (int)post.Assessment.Label, post.Assessment.Score, post.Json, now];

    // The detector may know a secret that the masker did not when the post was stored
    private static async Task HideAsync(Session session, long postId, Assessment assessment, Sealer sealer)
    {
        var spans = assessment.SecretSpans().ToList();
        if (spans.Count == 0 || await PostReader.FindAsync(session, postId) is not { } row)
        {
            return;
        }

        var post = row.ToPost();
        var masked = PostMask.Apply(post, spans);
        if (masked.Text != row.Text || masked.Title != row.Title)
        {
            await KeepClearAsync(session, postId, post, sealer);
            await session.ExecuteAsync("UPDATE Post SET Title = @Title, Text = @Text WHERE Id = @postId", new { postId, masked.Title, masked.Text });
        }
    }

    // Until now the post itself was the clear one
    private static async Task KeepClearAsync(Session session, long postId, Post post, Sealer sealer)
    {
        if (await session.FirstAsync<byte[]>("SELECT Sealed FROM PostClear WHERE PostId = @postId", new { postId }) is [])
        {
            await session.ExecuteAsync("UPDATE PostClear SET Sealed = @clear WHERE PostId = @postId", new { postId, clear = PreparedPost.Seal(post, sealer) });
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
            SourceTally.Add(session, row.Source, alerts: 1);
            await SuspectMarks.RaiseAsync(session, row.ToPost());
        }
    }
}
