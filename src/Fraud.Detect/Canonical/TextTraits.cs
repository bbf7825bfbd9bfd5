namespace Fraud.Canonical;

/// <summary>What reading a text brought to light about how it was written.</summary>
public readonly record struct TextTraits
{
    /// <summary>Invisible characters and stray combining marks dropped.</summary>
    public int Invisibles { get; init; }

    /// <summary>Symbols and styled letters or digits replaced by plain ones (emoji, enclosed, mathematical, full-width).</summary>
    public int Substitutions { get; init; }

    /// <summary>Words that mixed look-alike letters of another script with Latin ones.</summary>
    public int MixedWords { get; init; }

    /// <summary>Characters of traditional Chinese script.</summary>
    public int Traditional { get; init; }

    /// <summary>Characters that only simplified Chinese uses; counted only when traditional ones are present.</summary>
    public int Simplified { get; init; }

    /// <summary>Gaps inside words closed by the joined view.</summary>
    public int Joins { get; init; }

    /// <summary>Sound-alikes and split characters replaced by the homophone view.</summary>
    public int Homophones { get; init; }

    /// <summary>Share of the rarer of the two Chinese scripts, 0 (one script) to 0.5 (evenly mixed).</summary>
    public double ScriptMixing =>
        Traditional == 0 || Simplified == 0 ? 0 : (double)Math.Min(Traditional, Simplified) / (Traditional + Simplified);
}
