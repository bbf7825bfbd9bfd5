namespace Fraud.Scanning;

/// <summary>How content is read and what is left out. Limits hold for one file and all that is packed in it.</summary>
internal sealed record ScanSettings
{
    /// <summary>Layers that may lie in one another (a tar.gz is two), 1 and more. Default 8.</summary>
    public int MaxDepth { get; init; } = 8;

    /// <summary>Entries of all its archives together. Default 1,000,000.</summary>
    public long MaxEntries { get; init; } = 1_000_000;

    /// <summary>Bytes that may come out of unpacking. Default 16 GB.</summary>
    public long MaxUnpackedBytes { get; init; } = 16L << 30;

    /// <summary>How many times its own size it may unpack to. Default 300; text reaches 20, a bomb 1,000.</summary>
    public int MaxRatio { get; init; } = 300;

    /// <summary>Unpacked bytes below which the ratio is not judged. Default 64 MB.</summary>
    public long RatioFrom { get; init; } = 64 << 20;

    /// <summary>Whether binary content is searched, too. Default false.</summary>
    public bool Binary { get; init; }

    /// <summary>Whether a line may say "fraud:allow". Default true.</summary>
    public bool AllowMarks { get; init; } = true;

    /// <summary>Whether findings carry the clear key, for a person at a terminal. Default false.</summary>
    public bool ShowSecrets { get; init; }
}
