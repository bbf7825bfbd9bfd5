using Fraud.Posts;

namespace Fraud.Findings;

/// <summary>A stored post with its newest assessment. Secrets in the post are masked.</summary>
public sealed record AssessedPost
{
    /// <summary>Row id of the post.</summary>
    public required long PostId { get; init; }

    /// <summary>The post, secrets masked in place.</summary>
    public required Post Post { get; init; }

    /// <summary>The assessment; offsets are into <see cref="Fraud.Posts.Post.Body"/>.</summary>
    public required Assessment Assessment { get; init; }
}
