using Fraud.Contracts;
using Microsoft.Data.Sqlite;

namespace Fraud.Review.Tests.Crashes;

/// <summary>What is true of a store at every instant, each as a query that must find nothing.</summary>
internal static class Invariants
{
    private static readonly (string Name, string Sql)[] All =
    [
        ("a foreign key leads nowhere", "SELECT COUNT(*) FROM pragma_foreign_key_check"),
        ("a post has no clear text", "SELECT COUNT(*) FROM Post p WHERE NOT EXISTS (SELECT 1 FROM PostClear c WHERE c.PostId = p.Id)"),
        ("a post neither waits nor has a verdict", "SELECT COUNT(*) FROM Post p WHERE NOT EXISTS (SELECT 1 FROM DetectQueue q WHERE q.PostId = p.Id) AND NOT EXISTS (SELECT 1 FROM Assessment a WHERE a.PostId = p.Id)"),
        ("a judged post still waits", "SELECT COUNT(*) FROM DetectQueue q JOIN Assessment a ON a.PostId = q.PostId"),
        ("a page has no body", "SELECT COUNT(*) FROM Evidence e WHERE NOT EXISTS (SELECT 1 FROM EvidenceBody b WHERE b.EvidenceId = e.Id)"),
        ("an alert is not in the outbox", "SELECT COUNT(*) FROM Assessment a WHERE a.Verdict <> 0 AND NOT EXISTS (SELECT 1 FROM Outbox o WHERE o.AssessmentId = a.Id)"),
        ("a pushed alert has neither case nor sighting", "SELECT COUNT(*) FROM Outbox o WHERE o.PushedAt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ReviewCase r WHERE r.PostId = o.PostId) AND NOT EXISTS (SELECT 1 FROM CaseSighting s WHERE s.PostId = o.PostId)"),
        ("an unpushed alert has a case", "SELECT COUNT(*) FROM Outbox o JOIN ReviewCase r ON r.PostId = o.PostId WHERE o.PushedAt IS NULL"),
        ("a post is case and sighting", "SELECT COUNT(*) FROM ReviewCase r JOIN CaseSighting s ON s.PostId = r.PostId"),
        ("a case was not opened by one event", "SELECT COUNT(*) FROM ReviewCase r WHERE (SELECT COUNT(*) FROM CaseEvent e WHERE e.CaseId = r.Id AND e.Kind = 'case.opened') <> 1"),
        ("an event has no case", "SELECT COUNT(*) FROM CaseEvent e WHERE e.CaseId <> 0 AND NOT EXISTS (SELECT 1 FROM ReviewCase r WHERE r.Id = e.CaseId)"),
        ("a sighting has no event", "SELECT COUNT(*) FROM ReviewCase r WHERE (SELECT COUNT(*) FROM CaseSighting s WHERE s.CaseId = r.Id) <> (SELECT COUNT(*) FROM CaseEvent e WHERE e.CaseId = r.Id AND e.Kind = 'case.sighting-added')"),
        ("a state contradicts its newest decision", "SELECT COUNT(*) FROM ReviewCase r WHERE r.State <> COALESCE((SELECT CASE WHEN e.Kind = 'case.undone' THEN r.State ELSE CASE e.Decision WHEN 'confirm' THEN 3 WHEN 'not-fraud' THEN 4 WHEN 'unsure' THEN 2 ELSE 1 END END FROM CaseEvent e WHERE e.CaseId = r.Id AND e.Kind IN ('case.decided', 'case.undone') ORDER BY e.Sequence DESC LIMIT 1), 0)"),
        ("a case is closed twice", "SELECT COUNT(*) FROM ReviewCase r WHERE (SELECT COUNT(*) FROM CaseEvent e WHERE e.CaseId = r.Id AND e.Kind = 'case.decided' AND e.Decision IN ('confirm', 'not-fraud')) - (SELECT COUNT(*) FROM CaseEvent e WHERE e.CaseId = r.Id AND e.Kind = 'case.undone' AND e.Decision IN ('confirm', 'not-fraud')) NOT IN (0, 1)"),
        ("a fence is not the number of claims and undos", "SELECT COUNT(*) FROM ReviewCase r WHERE r.Fence <> (SELECT COUNT(*) FROM CaseEvent e WHERE e.CaseId = r.Id AND e.Kind IN ('case.claimed', 'case.undone'))"),
        ("the tally is wrong", "SELECT COUNT(*) FROM (SELECT State, Label, Source, Language, SUM(n) AS n FROM (SELECT State, Label, Source, Language, 1 AS n FROM ReviewCase UNION ALL SELECT State, Label, Source, Language, -Cases FROM CaseTally) GROUP BY State, Label, Source, Language HAVING SUM(n) <> 0)"),
        ("a campaign's size is wrong", "SELECT COUNT(*) FROM Campaign c WHERE c.Cases <> (SELECT COUNT(*) FROM ReviewCase r WHERE r.CampaignId = c.Id)"),
        ("a source's tally is wrong", "SELECT COUNT(*) FROM SourceTally t WHERE t.Posts <> (SELECT COUNT(*) FROM Post p WHERE p.Source = t.Source) OR t.Targets <> (SELECT COUNT(*) FROM CrawlTarget c WHERE c.Source = t.Source)"),
    ];

    public static async Task<List<string>> BrokenAsync(TestStore store)
    {
        var broken = Damage(store);
        foreach (var (name, sql) in All)
        {
            if ((await store.SqlAsync<long>(sql))[0] != 0)
            {
                broken.Add(name);
            }
        }

        return broken;
    }

    // On a connection of its own: a pooled one may hold the search index as it was before another process wrote
    private static List<string> Damage(TestStore store)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(store.Options.Folder, store.Options.DatabaseFile)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        var found = (string)command.ExecuteScalar()!;
        return found == "ok" ? [] : [found];
    }
}
