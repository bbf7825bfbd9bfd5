using Fraud.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Reads cases.</summary>
internal static class CaseReader
{
    private const int RelatedCount = 20;

    public static Task<CaseRow?> FindAsync(Session session, long caseId, string hint = "") =>
        session.FirstAsync<CaseRow>($"SELECT {CaseRow.Columns} FROM ReviewCase r{hint} LEFT JOIN Campaign c ON c.Id = r.CampaignId WHERE r.Id = @caseId", new { caseId });

    public static async Task<CasePage> ListAsync(Session session, CaseFilter filter, long now)
    {
        var query = new CaseQuery(session.Dialect, filter);
        var total = await session.FirstAsync<long>(query.Total(), query.Args);
        var ids = await session.ListAsync<long>(query.Page(Math.Max(1, filter.Page), Math.Clamp(filter.PageSize, 1, 200)), query.Args);
        var rows = await session.ListAsync<CaseRow>($"SELECT {CaseRow.Columns} FROM {CaseRow.From} WHERE r.Id IN @ids", new { ids });
        return new([.. rows.OrderByDescending(r => r.Rank).ThenBy(r => r.Id).Select(r => r.ToSummary(now))], total);
    }

    public static async Task<CaseDetail?> DetailAsync(Session session, long caseId, long now)
    {
        if (await FindAsync(session, caseId) is not { } row)
        {
            return null;
        }

        var evidence = await EvidenceReader.MarkAsync(session, row.PostId);
        return new()
        {
            Summary = row.ToSummary(now),
            Assessed = await AssessedReader.ReadAsync(session, row.PostId, row.AssessmentId),
            EvidenceSha256 = evidence?.Sha256 ?? "",
            EvidenceAt = Stamp.Read(evidence?.FetchedAt),
            History = await HistoryAsync(session, caseId),
            Sightings = await SightingsAsync(session, caseId),
            Related = await RelatedAsync(session, row, now),
        };
    }

    public static async Task<IReadOnlyList<CaseEvent>> DecisionsAsync(Session session, long caseId)
    {
        var rows = await session.ListAsync<EventRow>(
            $"SELECT {EventRow.Columns} FROM CaseEvent WHERE CaseId = @caseId AND Kind IN @kinds ORDER BY Sequence",
            new { caseId, kinds = new[] { EventKinds.Decided, EventKinds.Undone } });
        return [.. rows.Select(r => r.ToEvent())];
    }

    public static async Task<IReadOnlyList<CaseSighting>> SightingsAsync(Session session, long caseId)
    {
        var rows = await session.ListAsync<SightingRow>(
            "SELECT s.PostId, p.Source, p.Url, s.SeenAt FROM CaseSighting s JOIN Post p ON p.Id = s.PostId WHERE s.CaseId = @caseId ORDER BY s.Id",
            new { caseId });
        return [.. rows.Select(r => new CaseSighting(r.PostId, r.Source, r.Url, Stamp.Read(r.SeenAt)))];
    }

    private static async Task<IReadOnlyList<CaseEvent>> HistoryAsync(Session session, long caseId)
    {
        var rows = await session.ListAsync<EventRow>($"SELECT {EventRow.Columns} FROM CaseEvent WHERE CaseId = @caseId ORDER BY Sequence", new { caseId });
        return [.. rows.Select(r => r.ToEvent())];
    }

    private static async Task<IReadOnlyList<CaseSummary>> RelatedAsync(Session session, CaseRow row, long now)
    {
        if (row.CampaignId is null)
        {
            return [];
        }

        var rows = await session.ListAsync<CaseRow>(
            $"SELECT {CaseRow.Columns} FROM {CaseRow.From} WHERE r.CampaignId = @CampaignId AND r.Id <> @Id ORDER BY r.Id DESC {session.Dialect.Limit("@RelatedCount")}",
            new { row.CampaignId, row.Id, RelatedCount });
        return [.. rows.Select(r => r.ToSummary(now))];
    }

    private sealed class SightingRow
    {
        public long PostId { get; init; }

        public string Source { get; init; } = "";

        public string Url { get; init; } = "";

        public long SeenAt { get; init; }
    }
}
