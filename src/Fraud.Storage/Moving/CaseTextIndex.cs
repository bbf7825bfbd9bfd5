using Fraud.Storage.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Moving;

/// <summary>Builds the index of the cases' texts anew where the engine wants one; it is no table that could be copied.</summary>
internal static class CaseTextIndex
{
    private const int Batch = 500;

    public static async Task FillAsync(Database target, CancellationToken cancellationToken)
    {
        while (target.Dialect.LastIndexedCase.Length > 0 && await target.WriteAsync(FillAsync, cancellationToken) == Batch)
        {
            // The next batch
        }
    }

    private static async Task<int> FillAsync(Session session)
    {
        var last = await session.FirstAsync<long>(session.Dialect.LastIndexedCase);
        var cases = await session.ListAsync<IndexedCase>($"SELECT Id, PostId FROM ReviewCase WHERE Id > @last ORDER BY Id {session.Dialect.Limit("@Batch")}", new { last, Batch });
        foreach (var indexed in cases)
        {
            var post = (await PostReader.FindAsync(session, indexed.PostId))!.ToPost();
            await session.ExecuteAsync(session.Dialect.IndexCaseText, new { CaseId = indexed.Id, Text = post.Body });
        }

        return cases.Count;
    }

    private sealed class IndexedCase
    {
        public long Id { get; init; }

        public long PostId { get; init; }
    }
}
