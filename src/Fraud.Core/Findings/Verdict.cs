namespace Fraud.Findings;

/// <summary>What policy makes of the evidence. The numbers are stored: append only.</summary>
public enum Verdict
{
    /// <summary>No known signs; not the same as safe.</summary>
    Clear,

    /// <summary>A person should look: grey resale, or unsure.</summary>
    Review,

    /// <summary>Strong signs of a scam, or a key in clear.</summary>
    Alert,
}
