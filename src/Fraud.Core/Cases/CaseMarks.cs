namespace Fraud.Cases;

/// <summary>What a case is recognised by: keyed hashes and a sketch of the text, never the values.</summary>
public sealed record CaseMarks
{
    /// <summary>Fingerprints of the leaked keys.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Keyed hashes of the author's contacts.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary>MinHash signature of the text; empty when the text is too short to compare.</summary>
    public byte[] Signature { get; init; } = [];

    /// <summary>Hashes of the signature's bands; cases that share one may be near-duplicates.</summary>
    public IReadOnlyList<long> Bands { get; init; } = [];
}
