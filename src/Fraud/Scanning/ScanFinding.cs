using Fraud.Findings;

namespace Fraud.Scanning;

/// <summary>A leaked key in a file. The clear key is nowhere in it unless a person at a terminal asked to see it.</summary>
/// <param name="File">Path as given; parts inside an archive after "!".</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">First character within the line, from 1, in UTF-16 units.</param>
/// <param name="Key">What was found.</param>
internal sealed record ScanFinding(string File, long Line, long Column, KeyFinding Key)
{
    /// <summary>Commit that brought it, as a full hash; empty outside history.</summary>
    public string Commit { get; init; } = "";

    /// <summary>The key as it stands in the file; null unless it was asked for.</summary>
    public string? Clear { get; init; }
}
