using Fraud.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Reads the figures of the queue; each is one step along an index.</summary>
internal static class FiguresReader
{
    public static async Task<QueueFigures> ReadAsync(Session session, DateTimeOffset now)
    {
        var row = (await session.FirstAsync<FigureRow>(
            """
            SELECT
                (SELECT COALESCE(SUM(Cases), 0) FROM CaseTally WHERE State = @open) AS Waiting,
                (SELECT COALESCE(SUM(Cases), 0) FROM CaseTally WHERE State = @escalated) AS Escalated,
                (SELECT COUNT(*) FROM ReviewCase WHERE State = @confirmed AND DecidedAt >= @midnight) AS ConfirmedToday,
                (SELECT COUNT(*) FROM ReviewCase WHERE State = @dismissed AND DecidedAt >= @midnight) AS DismissedToday,
                (SELECT COUNT(*) FROM Outbox WHERE PushedAt IS NULL) AS OutboxDepth,
                (SELECT MIN(OpenedAt) FROM ReviewCase WHERE State = @open) AS OldestOpenAt
            """,
            new
            {
                open = (int)CaseState.Open,
                escalated = (int)CaseState.Escalated,
                confirmed = (int)CaseState.Confirmed,
                dismissed = (int)CaseState.Dismissed,
                midnight = Stamp.Of(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero)),
            }))!;
        return new()
        {
            Open = row.Waiting,
            Escalated = row.Escalated,
            ConfirmedToday = row.ConfirmedToday,
            DismissedToday = row.DismissedToday,
            OutboxDepth = row.OutboxDepth,
            OldestOpenAt = Stamp.Read(row.OldestOpenAt),
        };
    }

    private sealed class FigureRow
    {
        public long Waiting { get; init; }

        public long Escalated { get; init; }

        public long ConfirmedToday { get; init; }

        public long DismissedToday { get; init; }

        public long OutboxDepth { get; init; }

        public long? OldestOpenAt { get; init; }
    }
}
