namespace Fraud.Scanning;

/// <summary>What the first bytes say a content is.</summary>
internal enum ContentKind
{
    /// <summary>UTF-8 or another encoding that keeps ASCII.</summary>
    Text,

    /// <summary>UTF-16, low byte first.</summary>
    Utf16Little,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16Big,

    /// <summary>Neither text nor an archive that is read.</summary>
    Binary,

    /// <summary>Zip and all that is zip inside: jar, nupkg, whl, docx.</summary>
    Zip,

    /// <summary>Tar.</summary>
    Tar,

    /// <summary>Gzip, one member or many.</summary>
    Gzip,

    /// <summary>Web archive.</summary>
    Warc,

    /// <summary>Packed in a way that is not read: bzip2, xz, zstd, 7z, rar.</summary>
    Packed,
}
