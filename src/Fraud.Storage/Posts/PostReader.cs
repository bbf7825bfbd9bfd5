using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Reads masked posts.</summary>
internal static class PostReader
{
    public static Task<PostRow?> FindAsync(Session session, long postId) =>
        session.FirstAsync<PostRow>($"SELECT {PostRow.Columns} FROM Post p WHERE p.Id = @postId", new { postId });
}
