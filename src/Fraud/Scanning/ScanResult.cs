namespace Fraud.Scanning;

/// <summary>What one file gave.</summary>
/// <param name="Findings">Keys, in order of place.</param>
/// <param name="Bytes">Bytes read, after unpacking.</param>
/// <param name="Fault">Why it could not be read to its end; null when it was.</param>
internal sealed record ScanResult(IReadOnlyList<ScanFinding> Findings, long Bytes, string? Fault);
