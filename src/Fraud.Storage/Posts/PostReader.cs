using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Reads masked posts.</summary>
internal static class PostReader
{
    public static Task<PostRow?> FindAsync(Session session, long postId) =>
        session.FirstAsync<PostRow>($"SELECT {PostRow.Columns} FROM Post p WHERE p.Id = @postId", new { postId });

    public static Task<List<PostRow>> ListAsync(Session session, IEnumerable<long> postIds) =>
        session.ListAsync<PostRow>($"SELECT {PostRow.Columns} FROM Post p WHERE p.Id IN {session.Dialect.Among("@ids")}", new { ids = StorageJson.Write(postIds) });
}
