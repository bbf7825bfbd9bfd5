namespace Fraud.Findings;

/// <summary>A leaked key, without the key.</summary>
public sealed record KeyFinding
{
    /// <summary>Rule id, such as "key.openai.project".</summary>
    public required string Rule { get; init; }

    /// <summary>Issuer as shown, such as "OpenAI".</summary>
    public required string Issuer { get; init; }

    /// <summary>Prefix, ellipsis and the last four characters; never more.</summary>
    public required string Redacted { get; init; }

    /// <summary>Keyed hash of the key (hex), equal for equal keys within one installation.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>First UTF-16 unit of the original text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last unit.</summary>
    public required int End { get; init; }

    /// <summary>How sure the format makes us: low, medium or high.</summary>
    public required KeyConfidence Confidence { get; init; }

    /// <summary>Where the owner revokes it; empty when unknown.</summary>
    public string RevokeUrl { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public Text.TextSpan Span => new(Start, End);
}
