namespace Fraud.Pitches;

/// <summary>Gives a text its probabilities: summed weights of its features, and calibration. Immutable; scoring happens in a <see cref="PitchScorer"/>.</summary>
public sealed class PitchClassifier
{
    /// <summary>Binds weights to words; throws when they were trained with other words.</summary>
    public PitchClassifier(Lexicon lexicon, PitchWeights weights)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.LexiconHash != lexicon.Hash)
        {
            throw new InvalidDataException("The weights were trained with other words than lexicon.tsv and signals.json hold; run `fraud train`.");
        }

        Lexicon = lexicon;
        Weights = weights;
        Table = new(weights.Keys, weights.Rows);
    }

    /// <summary>Name and version, such as "pitch@3f2a9c01".</summary>
    public string Name => Weights.Name;

    /// <summary>The words.</summary>
    public Lexicon Lexicon { get; }

    internal PitchWeights Weights { get; }

    internal WeightTable Table { get; }

    /// <summary>Reads lexicon and signals of a folder such as models/pitch, and its weights.bin or another weights file.</summary>
    public static PitchClassifier Load(string folder, string? weightsFile = null) =>
        new(Lexicon.Load(folder), PitchWeights.Load(weightsFile ?? Path.Combine(folder, "weights.bin")));

    /// <summary>A scorer for one thread.</summary>
    public PitchScorer CreateScorer() => new(this);
}
