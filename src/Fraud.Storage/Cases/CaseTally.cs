using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Counts of cases by what the queue is filtered by, kept in the transactions that change them.</summary>
internal static class CaseTally
{
    public static async Task AddAsync(Session session, int state, int label, string source, string language, int by)
    {
        var args = new { state, label, source, language, by };
        var changed = await session.ExecuteAsync(
            $"""
            UPDATE CaseTally{session.Dialect.UpsertHint} SET Cases = Cases + @by
            WHERE State = @state AND Label = @label AND Source = @source AND Language = @language
            """,
            args);
        if (changed == 0)
        {
            await session.ExecuteAsync("INSERT INTO CaseTally (State, Label, Source, Language, Cases) VALUES (@state, @label, @source, @language, @by)", args);
        }
    }
}
