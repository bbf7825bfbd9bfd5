namespace Fraud.Text;

/// <summary>A half-open range of UTF-16 units of the original text.</summary>
/// <param name="Start">First unit, 0-based.</param>
/// <param name="End">One past the last unit.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two ranges share a unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
