namespace Fraud.Pitches;

/// <summary>Which number of a weight row means what: 14 labels, then hidden units.</summary>
public static class PitchShape
{
    /// <summary>Numbers of a row.</summary>
    public const int Columns = 30;

    /// <summary>Labels come first.</summary>
    public const int Labels = 14;

    /// <summary>Number of stances.</summary>
    public const int Stances = 5;

    /// <summary>First of the hidden units.</summary>
    public const int FirstHidden = Labels;

    /// <summary>Number of hidden units.</summary>
    public const int Hidden = Columns - FirstHidden;

    /// <summary>Labels padded to a vector, in the matrix behind the hidden units.</summary>
    public const int OutputWidth = 16;

    /// <summary>A text of fewer parts counts as one of so many: two words must not decide as loudly as two sentences.</summary>
    public const int FewestParts = 24;

    /// <summary>What is left of a negative hidden unit.</summary>
    public const float Leak = 0.05f;
}
