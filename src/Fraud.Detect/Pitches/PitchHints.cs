namespace Fraud.Pitches;

/// <summary>What the other detectors found, as yes-or-no facts for the classifier.</summary>
/// <param name="Bits">One bit a fact.</param>
public readonly record struct PitchHints(ulong Bits)
{
    /// <summary>Nothing found.</summary>
    public static PitchHints None => default;

    /// <summary>These facts and one more.</summary>
    public PitchHints With(PitchHint hint) => new(Bits | (1UL << (int)hint));

    /// <summary>Those of these facts that others hold too.</summary>
    public PitchHints Among(PitchHints others) => new(Bits & others.Bits);

    /// <summary>Whether a fact is among them.</summary>
    public bool Has(PitchHint hint) => (Bits & (1UL << (int)hint)) != 0;
}
