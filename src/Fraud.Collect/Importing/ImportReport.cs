namespace Fraud.Collect.Importing;

/// <summary>What came of importing one file.</summary>
public sealed record ImportReport
{
    /// <summary>Posts read.</summary>
    public int Posts { get; init; }

    /// <summary>Posts not stored before.</summary>
    public int NewPosts { get; init; }

    /// <summary>Lines, records or pages that could not be read.</summary>
    public int Refused { get; init; }

    /// <summary>The first faults, each with its place; no text of posts.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
