using Fraud.Cases;
using Fraud.Findings;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Finds the cases that share a mark with a new alert.</summary>
internal static class KinReader
{
    // A mark that very many cases share says little more with each; the newest of them are enough to find the campaign
    private const int MaxKin = 50;

    public static async Task<IReadOnlyList<CaseKin>> ReadAsync(Session session, CaseMarks marks)
    {
        var keys = await KeysAsync(session, marks.Keys);
        var contacts = await IdsAsync(session, "SELECT DISTINCT CaseId FROM CaseContact WHERE Fingerprint IN @marks", marks.Contacts);
        var texts = await IdsAsync(session, "SELECT DISTINCT CaseId FROM CaseBand WHERE Band IN @marks", marks.Bands);
        var ids = keys.Keys.Concat(contacts).Concat(texts).Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await session.ListAsync<KinRow>(
            """
            SELECT r.Id, r.State, r.Label, r.Rank, r.Parts, r.CampaignId, c.Cases, s.Signature,
                (SELECT COUNT(*) FROM CaseSighting g WHERE g.CaseId = r.Id) AS Sightings
            FROM ReviewCase r LEFT JOIN Campaign c ON c.Id = r.CampaignId LEFT JOIN CaseSignature s ON s.CaseId = r.Id
            WHERE r.Id IN @ids ORDER BY r.Id
            """,
            new { ids });
        return [.. rows.Select(r => r.ToKin(keys.GetValueOrDefault(r.Id), contacts.Contains(r.Id)))];
    }

    private static async Task<Dictionary<long, int>> KeysAsync(Session session, IReadOnlyList<string> marks)
    {
        if (marks.Count == 0)
        {
            return [];
        }

        var rows = await session.ListAsync<KeyRow>(
            $"SELECT CaseId, COUNT(*) AS Shared FROM CaseKey WHERE Fingerprint IN @marks GROUP BY CaseId ORDER BY CaseId DESC {session.Dialect.Limit("@MaxKin")}",
            new { marks, MaxKin });
        return rows.ToDictionary(r => r.CaseId, r => r.Shared);
    }

    private static async Task<HashSet<long>> IdsAsync<T>(Session session, string sql, IReadOnlyList<T> marks) =>
        marks.Count == 0 ? [] : [.. await session.ListAsync<long>($"{sql} ORDER BY CaseId DESC {session.Dialect.Limit("@MaxKin")}", new { marks, MaxKin })];

    private sealed class KeyRow
    {
        public long CaseId { get; init; }

        public int Shared { get; init; }
    }

    private sealed class KinRow
    {
        public long Id { get; init; }

        public int State { get; init; }

        public int Label { get; init; }

        public double Rank { get; init; }

        public string Parts { get; init; } = "[]";

        public long? CampaignId { get; init; }

        public int? Cases { get; init; }

        public byte[]? Signature { get; init; }

        public int Sightings { get; init; }

        public CaseKin ToKin(int sharedKeys, bool sameContact) => new()
        {
            CaseId = Id,
            State = (CaseState)State,
            Label = (PitchLabel)Label,
            Rank = Rank,
            Parts = CaseRow.ReadParts(Parts),
            CampaignId = CampaignId,
            CampaignSize = Cases ?? 1,
            Sightings = Sightings,
            SharedKeys = sharedKeys,
            SameContact = sameContact,
            Signature = Signature ?? [],
        };
    }
}
