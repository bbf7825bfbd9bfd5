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

    /// <summary>Value of the parts of a title on top of their value in the text, relative to that of a text which is the title alone: a title says what the post does, a long text much besides.</summary>
    public const float TitleShare = 0.4f;

    /// <summary>What a part weighs in a text of so many.</summary>
    public static float ValueOfPart(float scale, int parts) => scale / MathF.Sqrt(Math.Max(FewestParts, parts));
}
