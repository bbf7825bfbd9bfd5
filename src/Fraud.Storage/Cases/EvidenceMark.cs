namespace Fraud.Storage.Cases;

/// <summary>Hash and time of a frozen page.</summary>
internal sealed class EvidenceMark
{
    public string Sha256 { get; init; } = "";

    public long FetchedAt { get; init; }
}
