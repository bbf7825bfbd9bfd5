namespace Fraud.Offers;

/// <summary>A number as written, without its unit.</summary>
/// <param name="Value">The number.</param>
/// <param name="End">One past its last character.</param>
/// <param name="Kind">How it was written.</param>
/// <param name="Magnitude">Whether a 万, 亿, k, million or the like is part of it.</param>
internal readonly record struct Numeral(double Value, int End, NumeralKind Kind, bool Magnitude)
{
    /// <summary>No number.</summary>
    public static Numeral None { get; }

    /// <summary>Whether there is one.</summary>
    public bool IsNumber => Kind != NumeralKind.None;
}
