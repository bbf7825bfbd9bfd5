namespace Fraud.Pitches;

/// <summary>Kinds of features. The first two shrink with the length of the text, the others do not.</summary>
internal enum FeatureGroup
{
    /// <summary>A run of units.</summary>
    Gram,

    /// <summary>A run of letters inside a word.</summary>
    Letters,

    /// <summary>An idea of the lexicon.</summary>
    Idea,

    /// <summary>Two ideas close together.</summary>
    Pair,

    /// <summary>A signal.</summary>
    Signal,

    /// <summary>A fact from another detector.</summary>
    Hint,
}
