using Fraud.Findings;
using Fraud.Storage.Findings;
using Fraud.Storage.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Reads a masked post with one of its assessments.</summary>
internal static class AssessedReader
{
    public static async Task<AssessedPost> ReadAsync(Session session, long postId, long assessmentId)
    {
        var post = (await PostReader.FindAsync(session, postId))!;
        var json = await session.FirstAsync<string>("SELECT Json FROM Assessment WHERE Id = @assessmentId", new { assessmentId });
        return new() { PostId = postId, Post = post.ToPost(), Assessment = AssessmentJson.Read(json!) };
    }
}
