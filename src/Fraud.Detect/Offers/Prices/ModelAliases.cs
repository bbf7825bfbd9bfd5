namespace Fraud.Offers;

/// <summary>Names of models and families besides their ids.</summary>
public sealed record ModelAliases
{
    /// <summary>What the file says of itself.</summary>
    public string Note { get; init; } = "";

    /// <summary>Families.</summary>
    public IReadOnlyList<ModelFamily> Families { get; init; } = [];

    /// <summary>Models with further names.</summary>
    public IReadOnlyList<ModelNickname> Models { get; init; } = [];
}
