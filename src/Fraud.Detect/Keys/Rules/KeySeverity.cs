namespace Fraud.Keys;

/// <summary>How much harm a leak of such a key can do.</summary>
public enum KeySeverity
{
    /// <summary>Test mode, public or short-lived.</summary>
    Low,

    /// <summary>Bounded: sending, reading, one service.</summary>
    Medium,

    /// <summary>Spends money or opens data.</summary>
    High,

    /// <summary>Opens an account, a cloud or a company.</summary>
    Critical,
}
