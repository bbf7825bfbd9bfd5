using System.Security.Cryptography;
using System.Text;
using Fraud.Cases;
using Fraud.Posts;
using Fraud.Storage.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Empties posts that were deleted on their platform, with a line in the audit log.</summary>
internal sealed class PostWithdrawal(Database database, TimeProvider clock) : IPostWithdrawal
{
    private const int BatchSize = 200;

    public async Task<int> WithdrawAsync(string source, IReadOnlyList<string> nativeIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(nativeIds);
        var emptied = 0;
        foreach (var lot in nativeIds.Distinct(StringComparer.Ordinal).Chunk(BatchSize))
        {
            byte[][] hashes = [.. lot.Select(id => SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{id}")))];
            emptied += await database.WriteAsync(s => EmptyAsync(s, hashes), cancellationToken);
        }

        return emptied;
    }

    private async Task<int> EmptyAsync(Session s, byte[][] hashes)
    {
        var ids = new List<long>();
        foreach (var hash in hashes)
        {
            // What a case or a waiting alert rests on is evidence; retention decides on it
            ids.AddRange(await s.ListAsync<long>(
                """
                SELECT p.Id FROM Post p WHERE (p.DedupeHash = @hash OR p.FirstHash = @hash) AND p.Text <> ''
                    AND NOT EXISTS (SELECT 1 FROM ReviewCase c WHERE c.PostId = p.Id)
                    AND NOT EXISTS (SELECT 1 FROM CaseSighting i WHERE i.PostId = p.Id)
                    AND NOT EXISTS (SELECT 1 FROM Outbox o WHERE o.PostId = p.Id)
                """,
                new { hash }));
        }

        foreach (var id in ids)
        {
            await s.ExecuteAsync("UPDATE Post SET Title = '', Text = '', Author = '', Listing = NULL, Links = NULL, Images = NULL WHERE Id = @id", new { id });
            await s.ExecuteAsync("DELETE FROM PostClear WHERE PostId = @id", new { id });
            await s.ExecuteAsync("DELETE FROM DetectQueue WHERE PostId = @id", new { id });
        }

        if (ids.Count > 0)
        {
            await EventWriter.AppendAsync(s, 0, new(EventKinds.Purged, "system", $"withdrawn-posts={ids.Count}"), clock.GetUtcNow());
        }

        return ids.Count;
    }
}
