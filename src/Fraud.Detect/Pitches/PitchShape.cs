namespace Fraud.Pitches;

/// <summary>Sizes of what the classifier gives and of the weights behind it: a number a label for every feature.</summary>
public static class PitchShape
{
    /// <summary>Number of labels.</summary>
    public const int Labels = 14;

    /// <summary>Number of stances.</summary>
    public const int Stances = 5;

    /// <summary>A text of fewer parts counts as one of so many: two words must not decide as loudly as two sentences.</summary>
    public const int FewestParts = 24;
}
