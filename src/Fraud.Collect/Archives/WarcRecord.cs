namespace Fraud.Collect.Archives;

/// <summary>One record of a WARC file.</summary>
public sealed record WarcRecord
{
    /// <summary>Header fields; names compare without case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The block; empty when it was over the cap.</summary>
    public required byte[] Block { get; init; }

    /// <summary>Length of the block as stated.</summary>
    public required long Length { get; init; }

    /// <summary>Kind: "response", "warcinfo", "request", …</summary>
    public string Type => Header("WARC-Type");

    /// <summary>The URL it is about, without the angle brackets some writers put around it; empty when none.</summary>
    public string TargetUri => Header("WARC-Target-URI").Trim('<', '>');

    /// <summary>Whether the block was over the cap and left out.</summary>
    public bool IsOmitted => Block.Length < Length;

    /// <summary>A header's value; empty when absent.</summary>
    public string Header(string name) => Headers.GetValueOrDefault(name) ?? "";
}
