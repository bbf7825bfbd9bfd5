using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Freezes pages: one body per hash, one capture per fetch.</summary>
internal static class EvidenceWriter
{
    /// <summary>Gives the id of the capture.</summary>
    public static async Task<long> WriteAsync(Session session, PreparedPage page, long now)
    {
        var evidence = await EvidenceAsync(session, page, now);
        return await session.InsertAsync(
            """
            INSERT INTO Capture (EvidenceId, Source, Url, SealedHead, FetchedAt, Status, ContentType)
            VALUES (@Evidence, @Source, @MaskedUrl, @SealedHead, @FetchedAt, @Status, @MaskedType)
            """,
            new { Evidence = evidence, page.Page.Source, page.MaskedUrl, page.SealedHead, FetchedAt = Stamp.Of(page.Page.FetchedAt), page.Page.Status, page.MaskedType });
    }

    private static async Task<long> EvidenceAsync(Session session, PreparedPage page, long now)
    {
        var known = await session.FirstAsync<EvidenceRow>($"SELECT Id, PurgedAt FROM Evidence{session.Dialect.UpsertHint} WHERE Sha256 = @Sha256", new { page.Sha256 });
        if (known is { PurgedAt: null })
        {
            return known.Id;
        }

        var id = known?.Id ?? await session.InsertAsync(
            "INSERT INTO Evidence (Sha256, Bytes, FrozenAt, PurgedAt) VALUES (@Sha256, @Bytes, @now, NULL)",
            new { page.Sha256, Bytes = page.Page.Body.LongLength, now });
        if (known is not null)
        {
            await session.ExecuteAsync("UPDATE Evidence SET FrozenAt = @now, PurgedAt = NULL WHERE Id = @id", new { id, now });
        }

        await session.ExecuteAsync("INSERT INTO EvidenceBody (EvidenceId, Sealed) VALUES (@id, @SealedBody)", new { id, page.SealedBody });
        return id;
    }

    private sealed class EvidenceRow
    {
        public long Id { get; init; }

        public long? PurgedAt { get; init; }
    }
}
