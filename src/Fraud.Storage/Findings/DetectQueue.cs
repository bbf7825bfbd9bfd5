using Fraud.Storage.Sql;

namespace Fraud.Storage.Findings;

/// <summary>The posts that wait for one model and policy: a table of its own, so that looking for work never scans what is done.</summary>
internal static class DetectQueue
{
    public static async Task<bool> IsForAsync(Session session, string model, string policy) =>
        await session.FirstAsync<int?>("SELECT 1 FROM DetectState WHERE Id = 1 AND Model = @model AND Policy = @policy", new { model, policy }) is not null;

    public static async Task<bool> IsDueAsync(Session session, long now) =>
        await session.FirstAsync<int?>($"SELECT 1 FROM DetectQueue WHERE DueAt <= @now ORDER BY PostId {session.Dialect.Limit("1")}", new { now }) is not null;

    /// <summary>Takes posts, having made the queue one for this model and policy. A lease is a due time in the future: a worker that dies leaves nothing to clean up.</summary>
    public static async Task<List<PendingRow>> TakeAsync(Session session, string model, string policy, int count, TimeSpan lease, long now)
    {
        // Two processes may bring the same model; the second must not undo the leases of the first
        if (!await IsForAsync(session, model, policy))
        {
            await RefillAsync(session, model, policy, now);
        }

        var rows = await session.ListAsync<PendingRow>(
            $"""
            SELECT q.PostId, c.Sealed FROM DetectQueue q{session.Dialect.ClaimHint} LEFT JOIN PostClear c ON c.PostId = q.PostId
            WHERE q.DueAt <= @now ORDER BY q.PostId {session.Dialect.Limit("@count")}
            """,
            new { now, count });
        await PostponeAsync(session, rows.Select(r => r.PostId), now + (long)lease.TotalMilliseconds);
        return rows;
    }

    /// <summary>Posts whose clear text is gone keep their older verdict: judging the mask again would only lose what was found.</summary>
    private static async Task<int> RefillAsync(Session session, string model, string policy, long now)
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

    public static Task<int> PostponeAsync(Session session, IEnumerable<long> postIds, long until) => session.ExecuteAsync(
        $"UPDATE DetectQueue SET DueAt = @until WHERE PostId IN {session.Dialect.Among("@ids")}",
        new { ids = StorageJson.Write(postIds), until });

    public static Task<int> RemoveAsync(Session session, IEnumerable<long> postIds, string model, string policy) => session.ExecuteAsync(
        $"DELETE FROM DetectQueue WHERE PostId IN {session.Dialect.Among("@ids")} AND EXISTS (SELECT 1 FROM DetectState WHERE Model = @model AND Policy = @policy)",
        new { ids = StorageJson.Write(postIds), model, policy });
}
