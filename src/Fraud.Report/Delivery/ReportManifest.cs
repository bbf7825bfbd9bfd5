namespace Fraud.Report.Delivery;

/// <summary>What a report folder holds and where it comes from; the file manifest.json, which the signature covers byte by byte.</summary>
public sealed record ReportManifest
{
    /// <summary>Name of the manifest in the folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Name of the signature: ECDSA P-256 with SHA-256 over the bytes of the manifest, DER, as `openssl dgst -sha256 -verify` reads it.</summary>
    public const string SignatureFileName = "manifest.sig";

    /// <summary>The only form there is so far.</summary>
    public const string CurrentForm = "fraud-report-1";

    /// <summary>Form of the manifest: <see cref="CurrentForm"/>.</summary>
    public string Form { get; init; } = CurrentForm;

    /// <summary>Program and version.</summary>
    public required string Generator { get; init; }

    /// <summary>Who reports.</summary>
    public required string Organisation { get; init; }

    /// <summary>Mail address for questions.</summary>
    public required string Contact { get; init; }

    /// <summary>TLP 2.0 level: with whom it may be shared.</summary>
    public required string Tlp { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>First moment of the period, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>First moment after the period, UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Cases confirmed in the period that were still confirmed when it was made.</summary>
    public required long Cases { get; init; }

    /// <summary>Cases per label.</summary>
    public required IReadOnlyDictionary<string, long> Labels { get; init; }

    /// <summary>Models that assessed them.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Policies that judged them.</summary>
    public required IReadOnlyList<string> Policies { get; init; }

    /// <summary>Newest event of the audit log when it was made.</summary>
    public required long AuditSequence { get; init; }

    /// <summary>Its hash: the log cannot be rewritten later without contradicting this report.</summary>
    public required string AuditHash { get; init; }

    /// <summary>Every file of the folder but manifest and signature.</summary>
    public required IReadOnlyList<ReportFile> Files { get; init; }

    /// <summary>SHA-256 (hex) of the public key's SubjectPublicKeyInfo; to be compared with the one the sender made known by another way.</summary>
    public required string KeyId { get; init; }

    /// <summary>The public key, PEM.</summary>
    public required string PublicKey { get; init; }
}
