using Fraud.Findings;

namespace Fraud.Scanning;

/// <summary>A leaked key in a file. The clear key is nowhere in it.</summary>
/// <param name="File">Path as given; parts inside an archive after "!".</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">First character within the line, from 1, in UTF-16 units.</param>
/// <param name="Key">What was found.</param>
internal sealed record ScanFinding(string File, int Line, int Column, KeyFinding Key);
