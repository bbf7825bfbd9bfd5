using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Running counts per source, kept in the transactions that change them.</summary>
internal static class SourceTally
{
    public static async Task AddAsync(Session session, string source, int targets = 0, int posts = 0, int alerts = 0, long? successAt = null)
    {
        var args = new { source, targets, posts, alerts, successAt };
        var changed = await session.ExecuteAsync(
            $"""
            UPDATE SourceTally{session.Dialect.UpsertHint}
            SET Targets = Targets + @targets, Posts = Posts + @posts, Alerts = Alerts + @alerts, LastSuccessAt = COALESCE(@successAt, LastSuccessAt)
            WHERE Source = @source
            """,
            args);
        if (changed == 0)
        {
            await session.ExecuteAsync(
                "INSERT INTO SourceTally (Source, Targets, Posts, Alerts, LastSuccessAt) VALUES (@source, @targets, @posts, @alerts, @successAt)",
                args);
        }
    }
}
