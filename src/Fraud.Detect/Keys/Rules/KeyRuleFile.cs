namespace Fraud.Keys;

/// <summary>One file of models/keys: the rules of one issuer.</summary>
internal sealed record KeyRuleFile
{
    public required string Issuer { get; init; }

    public string Revoke { get; init; } = "";

    public required IReadOnlyList<KeyRule> Rules { get; init; }
}
