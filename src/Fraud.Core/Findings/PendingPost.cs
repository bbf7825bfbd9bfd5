using Fraud.Posts;

namespace Fraud.Findings;

/// <summary>A stored post that waits for detection, in clear, for the detector's eyes only.</summary>
/// <param name="PostId">Row id of the post.</param>
/// <param name="Post">The post in clear.</param>
public sealed record PendingPost(long PostId, Post Post);
