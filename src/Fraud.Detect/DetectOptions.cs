namespace Fraud;

/// <summary>What detection needs to be told about an installation.</summary>
public sealed record DetectOptions
{
    /// <summary>Secret under which equal keys get equal fingerprints; 32 random bytes kept with the installation. Default: none, so fingerprints are comparable between installations and can be guessed for guessed keys.</summary>
    public ReadOnlyMemory<byte> FingerprintKey { get; init; } = new byte[32];

    /// <summary>Weights of the pitch classifier. Default: weights.bin in models/pitch.</summary>
    public string? WeightsFile { get; init; }

    /// <summary>Name of the policy file in models/policies. Default "default".</summary>
    public string Policy { get; init; } = "default";
}
