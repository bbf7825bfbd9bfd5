using Fraud.Posts;

namespace Fraud.Collect.Polling;

/// <summary>What an answer of a platform holds.</summary>
public sealed record PlatformAnswer
{
    /// <summary>Nothing new.</summary>
    public static PlatformAnswer Empty { get; } = new();

    /// <summary>Not what the platform documents, such as a login page; counts as a failure.</summary>
    public static PlatformAnswer Unreadable { get; } = new() { IsReadable = false };

    /// <summary>Posts in the order of the answer.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>Native ids of posts that were deleted on the platform.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Requests that belong to the same round.</summary>
    public IReadOnlyList<PlatformRequest> Next { get; init; } = [];

    /// <summary>Where the next round goes on, once this one is done; null keeps what is known.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether the next round has something to read already. Default false.</summary>
    public bool HasMore { get; init; }

    /// <summary>Least time before the next round, as the platform asks. Default none.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Whether the answer was what the platform documents.</summary>
    public bool IsReadable { get; init; } = true;
}
