namespace Fraud.Offers;

/// <summary>A family of models and the names people use for it.</summary>
public sealed record ModelFamily
{
    /// <summary>Family as in the price rows, or the name of a group of families.</summary>
    public required string Family { get; init; }

    /// <summary>Families of a group; empty when the family is its own.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Names in a text.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
