using System.Runtime.CompilerServices;
using Fraud.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>The audit log and its checkpoints in the database.</summary>
internal sealed class AuditStore(Database database, CheckpointFile file) : IAuditStore
{
    private const int PageSize = 1000;

    // Page by page, so that a reader of years of events holds no transaction open
    public async IAsyncEnumerable<CaseEvent> ReadAsync(long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = afterSequence; ;)
        {
            var from = after;
            var rows = await database.ReadAsync(
                s => s.ListAsync<EventRow>($"SELECT {EventRow.Columns} FROM CaseEvent WHERE Sequence > @from ORDER BY Sequence {s.Dialect.Limit("@PageSize")}", new { from, PageSize }),
                cancellationToken);
            foreach (var row in rows)
            {
                yield return row.ToEvent();
            }

            if (rows.Count < PageSize)
            {
                yield break;
            }

            after = rows[^1].Sequence;
        }
    }

    public async Task<(long Sequence, string Hash)> GetHeadAsync(CancellationToken cancellationToken)
    {
        var head = await database.ReadAsync(s => s.FirstAsync<CheckpointRow>("SELECT Sequence, Hash FROM AuditHead WHERE Id = 1"), cancellationToken);
        return head is null ? (0, EventHash.Origin) : (head.Sequence, head.Hash);
    }

    public async Task<IReadOnlyList<AuditCheckpoint>> ListCheckpointsAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(s => s.ListAsync<CheckpointRow>("SELECT Sequence, Hash, SignedAt, KeyId, Signature FROM AuditCheckpoint ORDER BY Sequence"), cancellationToken);
        return [.. rows.Select(r => r.ToCheckpoint()).Concat(file.Read()).Distinct().OrderBy(c => c.Sequence)];
    }

    public async Task AddCheckpointAsync(AuditCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var added = await database.WriteAsync(
            s => s.ExecuteAsync(
                $"""
                INSERT INTO AuditCheckpoint (Sequence, Hash, SignedAt, KeyId, Signature)
                SELECT @Sequence, @Hash, @SignedAt, @KeyId, @Signature
                WHERE NOT EXISTS (SELECT 1 FROM AuditCheckpoint{s.Dialect.UpsertHint} WHERE Sequence = @Sequence)
                """,
                new { checkpoint.Sequence, checkpoint.Hash, SignedAt = Stamp.Of(checkpoint.SignedAt), checkpoint.KeyId, checkpoint.Signature }),
            cancellationToken);
        if (added > 0)
        {
            file.Append(checkpoint);
        }
    }

    private sealed class CheckpointRow
    {
        public long Sequence { get; init; }

        public string Hash { get; init; } = "";

        public long SignedAt { get; init; }

        public string KeyId { get; init; } = "";

        public string Signature { get; init; } = "";

        public AuditCheckpoint ToCheckpoint() => new() { Sequence = Sequence, Hash = Hash, SignedAt = Stamp.Read(SignedAt), KeyId = KeyId, Signature = Signature };
    }
}
