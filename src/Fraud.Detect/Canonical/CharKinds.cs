namespace Fraud.Canonical;

/// <summary>What the character table knows of one UTF-16 unit; the low 16 bits of an entry are the unit it folds to.</summary>
internal static class CharKinds
{
    /// <summary>Cannot be written one for one without a look around.</summary>
    public const uint Special = 1u << 16;

    /// <summary>Folds to nothing.</summary>
    public const uint Dropped = 1u << 17;

    /// <summary>Folds to several units; the low bits index the expansions.</summary>
    public const uint Expands = 1u << 18;

    /// <summary>May compose with the unit before it.</summary>
    public const uint Combines = 1u << 19;

    /// <summary>Half of a pair.</summary>
    public const uint Surrogate = 1u << 20;

    /// <summary>A vowel with a pinyin tone mark.</summary>
    public const uint Toned = 1u << 21;

    /// <summary>Looks like a Latin letter of another script.</summary>
    public const uint LookAlike = 1u << 22;

    /// <summary>A heart, which after a lone v means x.</summary>
    public const uint Heart = 1u << 23;

    /// <summary>Traditional Chinese only.</summary>
    public const uint Traditional = 1u << 24;

    /// <summary>Simplified Chinese only.</summary>
    public const uint Simplified = 1u << 25;

    /// <summary>A styled letter or digit, or a symbol standing for a word.</summary>
    public const uint Substituted = 1u << 26;

    /// <summary>A Chinese character.</summary>
    public const uint Han = 1u << 27;

    /// <summary>May stand as a gap inside a word that was taken apart.</summary>
    public const uint Gap = 1u << 28;

    /// <summary>Begins a sound-alike, or is a digit or sign that may stand for a letter.</summary>
    public const uint Opens = 1u << 29;
}
