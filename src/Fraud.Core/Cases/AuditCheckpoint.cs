namespace Fraud.Cases;

/// <summary>A signed statement that the audit log stood at this event at this time; what makes truncation visible.</summary>
public sealed record AuditCheckpoint
{
    /// <summary>Newest event then.</summary>
    public required long Sequence { get; init; }

    /// <summary>Its hash, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was signed, UTC, milliseconds.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>SHA-256 (hex) of the public key (SubjectPublicKeyInfo) that verifies it.</summary>
    public required string KeyId { get; init; }

    /// <summary>ECDSA P-256 with SHA-256 over <see cref="SignedText"/>, IEEE P1363 form, base64.</summary>
    public string Signature { get; init; } = "";

    /// <summary>What is signed, as UTF-8.</summary>
    public string SignedText => $"fraud-checkpoint-1\n{Sequence}\n{Hash}\n{EventHash.Time(SignedAt)}\n{KeyId}";
}
