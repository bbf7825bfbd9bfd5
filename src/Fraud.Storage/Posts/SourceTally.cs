using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Running counts per source, kept in the transactions that change them.</summary>
internal sealed class SourceTally : IRowAtEnd
{
    private int _targets;
    private int _posts;
    private int _alerts;
    private long? _successAt;

    public static void Add(Session session, string source, int targets = 0, int posts = 0, int alerts = 0, long? successAt = null)
    {
        var tally = session.AtEnd<SourceTally>(source);
        tally._targets += targets;
        tally._posts += posts;
        tally._alerts += alerts;
        tally._successAt = successAt ?? tally._successAt;
    }

    public async Task WriteAsync(Session session, string key)
    {
        var args = new { source = key, targets = _targets, posts = _posts, alerts = _alerts, successAt = _successAt };
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
