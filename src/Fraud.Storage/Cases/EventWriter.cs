using System.Text;
using Fraud.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Appends to the hash-chained log, in the transaction of what the event tells.</summary>
internal static class EventWriter
{
    public static async Task<CaseEvent> AppendAsync(Session session, long caseId, EventDraft draft, DateTimeOffset now)
    {
        var head = (await session.FirstAsync<HeadRow>($"SELECT Sequence, Hash FROM AuditHead{session.Dialect.UpsertHint} WHERE Id = 1"))!;
        var bare = new CaseEvent
        {
            Sequence = head.Sequence + 1,
            CaseId = caseId,
            Kind = draft.Kind,
            Actor = Storable(draft.Actor),
            At = Stamp.Read(Stamp.Of(now)),
            Reason = Storable(draft.Reason),
            Decision = draft.Decision,
        };
        var written = bare with { Hash = EventHash.Compute(head.Hash, bare) };
        await InsertAsync(session, written);
        await session.ExecuteAsync("UPDATE AuditHead SET Sequence = @Sequence, Hash = @Hash WHERE Id = 1", new { written.Sequence, written.Hash });
        return written;
    }

    // The sequence is the primary key: should two writers ever read the same head, one of them fails whole
    private static Task<int> InsertAsync(Session session, CaseEvent e) => session.ExecuteAsync(
        """
        INSERT INTO CaseEvent (Sequence, CaseId, Kind, Actor, HappenedAt, Decision, Reason, Hash)
        VALUES (@Sequence, @CaseId, @Kind, @Actor, @HappenedAt, @Decision, @Reason, @Hash)
        """,
        new { e.Sequence, e.CaseId, e.Kind, e.Actor, HappenedAt = Stamp.Of(e.At), Decision = e.Decision.Word(), e.Reason, e.Hash });

    // What a database cannot give back unchanged (half a surrogate pair, NUL) would break the chain
    private static string Storable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');

    private sealed class HeadRow
    {
        public long Sequence { get; init; }

        public string Hash { get; init; } = "";
    }
}
