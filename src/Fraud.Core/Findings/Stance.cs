namespace Fraud.Findings;

/// <summary>What the author does with the words, before what the words are about.</summary>
public enum Stance
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>Offers, solicits, recruits, instructs.</summary>
    Offer,

    /// <summary>Shows a secret.</summary>
    Disclose,

    /// <summary>Tells facts.</summary>
    Report,

    /// <summary>Warns, asks, complains of loss.</summary>
    Warn,
}
