using Fraud.Findings;

namespace Fraud.Report.Formats;

/// <summary>What other catalogues call the method behind a label.</summary>
/// <param name="Galaxy">MISP galaxy tag; empty when none fits.</param>
/// <param name="Source">Catalogue to refer to; empty when none fits.</param>
/// <param name="Entry">Entry of the catalogue.</param>
/// <param name="XarfFraud">"fraud_type" of XARF.</param>
internal sealed record Method(string Galaxy, string Source, string Entry, string XarfFraud)
{
    private const string Investment = "misp-galaxy:financial-fraud=\"Investment Fraud\"";
    private const string Scam = "misp-galaxy:financial-fraud=\"Scam\"";
    private const string FraudGalaxy = "misp-galaxy:financial-fraud";
    private const string FraudFramework = "misp-galaxy:mitre-fraud-framework";
    private const string ExposedKey = "Account Takeover: Exposed API Key";

    /// <summary>The method of a label.</summary>
    public static Method Of(PitchLabel label) => label switch
    {
        PitchLabel.Hoarding => new(Investment, FraudGalaxy, "Investment Fraud", "investment"),
        PitchLabel.YieldMlm => new(Investment, FraudGalaxy, "Investment Fraud", "investment"),
        PitchLabel.GreyResale => new(Scam, "misp-galaxy:taxonomy-of-fraud", "Online marketplace fraud", "shopping"),
        PitchLabel.KeyTrade => new(Scam, FraudFramework, ExposedKey, "shopping"),
        PitchLabel.KeyExposure => new("", FraudFramework, ExposedKey, "other"),
        PitchLabel.Phishing => new(Scam, "mitre-attack", "T1566", "other"),
        PitchLabel.CoinPromo => new(Investment, FraudGalaxy, "Investment Fraud", "cryptocurrency"),
        _ => new("", "", "", "other"),
    };
}
