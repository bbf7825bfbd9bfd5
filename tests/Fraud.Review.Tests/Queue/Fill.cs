using Fraud.Contracts;

namespace Fraud.Review.Tests.Queue;

/// <summary>Fills the queue quickly.</summary>
internal static class Fill
{
    private const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < @count)";

    /// <summary>Copies of the case that exists, up to <paramref name="count"/>, with other labels, sources, languages and ranks; a third of them decided unless <paramref name="open"/>.</summary>
    public static Task CasesAsync(TestStore store, int count, bool open = false) => store.SqlAsync(
        $"""
        PRAGMA synchronous = OFF;
        BEGIN;
        {Numbers} INSERT INTO Post (Id, DedupeHash, Source, NativeId, Url, Title, Text, Author, Language, FetchedAt, StoredAt)
            SELECT i, CAST(i AS TEXT), 'site' || (i % 20), i, '', '', 'text number ' || i || CASE WHEN i % 5000 = 0 THEN ' rareword' ELSE '' END, '', CASE WHEN i % 3 = 0 THEN 'en' ELSE 'zh-Hans' END, 0, 0 FROM n;
        {Numbers} INSERT INTO ReviewCase (Id, PostId, AssessmentId, State, Verdict, Label, Score, Rank, Parts, Source, Language, Excerpt, OpenedAt, Holder, HeldUntil, Fence, CampaignId, DecidedAt)
            SELECT i, i, 1, CASE WHEN i % 3 = 1 AND NOT @open THEN 3 ELSE 0 END, 2, (i * 7) % 14, 0.9, (i * 7919) % 100003 / 1000.0 - 17000, '[]', 'site' || (i % 20),
                CASE WHEN i % 3 = 0 THEN 'en' ELSE 'zh-Hans' END, 'text number ' || i, 0, '', 0, 0, NULL, CASE WHEN i % 3 = 1 AND NOT @open THEN i END FROM n;
        INSERT INTO CaseText (rowid, Text) SELECT Id, Text FROM Post WHERE Id > 1;
        DELETE FROM CaseTally;
        INSERT INTO CaseTally SELECT State, Label, Source, Language, COUNT(*) FROM ReviewCase GROUP BY State, Label, Source, Language;
        COMMIT;
        """,
        new { count, open });
}
