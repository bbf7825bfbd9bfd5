using System.Runtime.CompilerServices;
using Fraud.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Confirmed cases from the database, page by page.</summary>
internal sealed class ConfirmedCases(Database database) : IConfirmedCases
{
    private const int PageSize = 200;

    public async IAsyncEnumerable<ConfirmedCase> ListAsync(DateTimeOffset since, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (at, id) = (Stamp.Of(since), 0L);
        while (true)
        {
            var (fromAt, fromId) = (at, id);
            var page = await database.ReadAsync(s => ReadPageAsync(s, fromAt, fromId, Stamp.Of(until)), cancellationToken);
            foreach (var confirmed in page)
            {
                yield return confirmed;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            (at, id) = (Stamp.Of(page[^1].ConfirmedAt), page[^1].CaseId);
        }
    }

    private static async Task<List<ConfirmedCase>> ReadPageAsync(Session s, long at, long id, long until)
    {
        var rows = await s.ListAsync<CaseRow>(
            $"""
            SELECT {CaseRow.Columns} FROM {CaseRow.From}
            WHERE r.State = @confirmed AND r.DecidedAt < @until AND (r.DecidedAt > @at OR (r.DecidedAt = @at AND r.Id > @id))
            ORDER BY r.DecidedAt, r.Id {s.Dialect.Limit("@PageSize")}
            """,
            new { confirmed = (int)CaseState.Confirmed, at, id, until, PageSize });
        var page = new List<ConfirmedCase>(rows.Count);
        foreach (var row in rows)
        {
            page.Add(await ReadAsync(s, row));
        }

        return page;
    }

    private static async Task<ConfirmedCase> ReadAsync(Session s, CaseRow row)
    {
        var decided = (await s.FirstAsync<EventRow>($"SELECT {EventRow.Columns} FROM CaseEvent WHERE Sequence = @DecidedSequence", new { row.DecidedSequence }))!;
        var evidence = await EvidenceReader.MarkAsync(s, row.PostId);
        return new()
        {
            CaseId = row.Id,
            Assessed = await AssessedReader.ReadAsync(s, row.PostId, row.AssessmentId),
            ConfirmedAt = Stamp.Read(decided.HappenedAt),
            ConfirmedBy = decided.Actor,
            Reason = decided.Reason,
            EvidenceSha256 = evidence?.Sha256 ?? "",
            EvidenceAt = Stamp.Read(evidence?.FetchedAt),
            Sightings = await CaseReader.SightingsAsync(s, row.Id),
            CampaignId = row.CampaignId,
            EventHash = decided.Hash,
        };
    }
}
