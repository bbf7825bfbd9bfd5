using Fraud.Posts;

namespace Fraud.Collect.Sources;

/// <summary>What a page holds.</summary>
public sealed record ParsedPage
{
    /// <summary>Nothing.</summary>
    public static ParsedPage Empty { get; } = new();

    /// <summary>Posts in page order.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>Absolute links; the source's patterns choose which are followed.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Further pages of the same list, followed whatever the patterns say.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];
}
