namespace Fraud.Scanning;

/// <summary>What one file, or one version of it, gave.</summary>
internal sealed record ScanResult
{
    /// <summary>Keys, in order of place.</summary>
    public IReadOnlyList<ScanFinding> Findings { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<ScanFault> Faults { get; init; } = [];

    /// <summary>Bytes searched, after unpacking.</summary>
    public long Bytes { get; init; }

    /// <summary>Keys left out because their line says so.</summary>
    public int Allowed { get; init; }

    /// <summary>Parts left out as binary.</summary>
    public int Binary { get; init; }

    /// <summary>Parts left out because they are packed in a way that is not read.</summary>
    public int Packed { get; init; }

    /// <summary>A result that is nothing but a fault.</summary>
    public static ScanResult Failed(string place, string why) => new() { Faults = [new(place, why)] };
}
