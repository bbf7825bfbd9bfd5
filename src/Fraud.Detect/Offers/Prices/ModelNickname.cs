namespace Fraud.Offers;

/// <summary>Further names of one model.</summary>
public sealed record ModelNickname
{
    /// <summary>Model id as in the price rows.</summary>
    public required string Model { get; init; }

    /// <summary>Names in a text.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
