using Fraud.Storage.Sql;

namespace Fraud.Storage.Findings;

/// <summary>The posts that wait for one model and policy: a table of its own, so that looking for work never scans what is done.</summary>
internal static class DetectQueue
{
    public static async Task<bool> IsForAsync(Session session, string model, string policy) =>
        await session.FirstAsync<int?>("SELECT 1 FROM DetectState WHERE Id = 1 AND Model = @model AND Policy = @policy", new { model, policy }) is not null;

    /// <summary>Posts whose clear text is gone keep their older verdict: judging the mask again would only lose what was found.</summary>
    public static async Task<int> RefillAsync(Session session, string model, string policy, long now)
    {
        var args = new { model, policy, now };
        if (await session.ExecuteAsync($"UPDATE DetectState{session.Dialect.UpsertHint} SET Model = @model, Policy = @policy WHERE Id = 1", args) == 0)
        {
            await session.ExecuteAsync("INSERT INTO DetectState (Id, Model, Policy) VALUES (1, @model, @policy)", args);
        }

        await session.ExecuteAsync("DELETE FROM DetectQueue");
        return await session.ExecuteAsync(
            """
            INSERT INTO DetectQueue (PostId, DueAt)
            SELECT p.Id, @now FROM Post p
            WHERE NOT EXISTS (SELECT 1 FROM Assessment a WHERE a.PostId = p.Id AND a.Model = @model AND a.Policy = @policy)
              AND (EXISTS (SELECT 1 FROM PostClear c WHERE c.PostId = p.Id) OR NOT EXISTS (SELECT 1 FROM Assessment a WHERE a.PostId = p.Id))
            """,
            args);
    }

    public static Task RemoveAsync(Session session, long postId, string model, string policy) => session.ExecuteAsync(
        "DELETE FROM DetectQueue WHERE PostId = @postId AND EXISTS (SELECT 1 FROM DetectState WHERE Model = @model AND Policy = @policy)",
        new { postId, model, policy });
}
