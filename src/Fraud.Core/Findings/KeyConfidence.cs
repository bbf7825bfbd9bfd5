namespace Fraud.Findings;

/// <summary>How sure a key rule is by format alone (a key is never tried).</summary>
public enum KeyConfidence
{
    /// <summary>Shape fits, issuer by context or generic.</summary>
    Low,

    /// <summary>Distinct shape with entropy.</summary>
    Medium,

    /// <summary>Distinct prefix and length, infix or checksum.</summary>
    High,
}
