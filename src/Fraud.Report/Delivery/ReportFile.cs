namespace Fraud.Report.Delivery;

/// <summary>One file of a report, as the manifest states it.</summary>
public sealed record ReportFile
{
    /// <summary>Name in the folder.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the format.</summary>
    public required string Format { get; init; }

    /// <summary>Records in the file.</summary>
    public required long Records { get; init; }

    /// <summary>Size.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public required string Sha256 { get; init; }
}
