using Fraud.Posts;
using Fraud.Storage.Posts;
using Fraud.Storage.Secrets;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Reads the frozen page of a post.</summary>
internal static class EvidenceReader
{
    private const string From = "Post p JOIN Capture k ON k.Id = p.CaptureId JOIN Evidence e ON e.Id = k.EvidenceId";

    /// <summary>Hash and time of the page; null when the post came without one.</summary>
    public static Task<EvidenceMark?> MarkAsync(Session session, long postId) =>
        session.FirstAsync<EvidenceMark>($"SELECT e.Sha256, k.FetchedAt FROM {From} WHERE p.Id = @postId", new { postId });

    /// <summary>The page in clear; null when there is none, it was purged or no key opens it.</summary>
    public static async Task<PageCapture?> OpenAsync(Session session, Sealer sealer, long postId) =>
        await session.FirstAsync<long?>("SELECT CaptureId FROM Post WHERE Id = @postId", new { postId }) is { } capture ? await OpenCaptureAsync(session, sealer, capture) : null;

    /// <summary>A capture in clear; null when it was purged or no key opens it.</summary>
    public static async Task<PageCapture?> OpenCaptureAsync(Session session, Sealer sealer, long captureId)
    {
        var row = await session.FirstAsync<CaptureRow>(
            "SELECT k.Source, k.SealedHead, k.FetchedAt, k.Status, b.Sealed FROM Capture k JOIN EvidenceBody b ON b.EvidenceId = k.EvidenceId WHERE k.Id = @captureId",
            new { captureId });
        if (row is null || sealer.Open(row.SealedHead) is not { } head || sealer.Open(row.Sealed) is not { } body)
        {
            return null;
        }

        var parts = StorageJson.Read<CaptureHead>(head);
        return new()
        {
            Source = row.Source,
            Url = parts.Url,
            FetchedAt = Stamp.Read(row.FetchedAt),
            Status = row.Status,
            ContentType = parts.ContentType,
            Headers = parts.Headers,
            Body = body,
        };
    }

    private sealed class CaptureRow
    {
        public string Source { get; init; } = "";

        public byte[] SealedHead { get; init; } = [];

        public long FetchedAt { get; init; }

        public int Status { get; init; }

        public byte[] Sealed { get; init; } = [];
    }
}
