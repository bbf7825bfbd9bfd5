namespace Fraud.Findings;

/// <summary>What the author of a post does. The numbers are positions in every model's output: append only.</summary>
public enum PitchLabel
{
    /// <summary>T1: urges hoarding tokens for a price rise or resale.</summary>
    Hoarding,

    /// <summary>T2: periodic return or recruiting rewards on tokens or compute.</summary>
    YieldMlm,

    /// <summary>T3: pooled, shared or proxied access, credit below list.</summary>
    GreyResale,

    /// <summary>T4: trade in keys, cookies or others' quota; free-key bait.</summary>
    KeyTrade,

    /// <summary>T5: a secret shown by accident.</summary>
    KeyExposure,

    /// <summary>T6: asks for identity, card, code, wallet or remote control.</summary>
    Phishing,

    /// <summary>T7: promotes a tradable coin with AI branding.</summary>
    CoinPromo,

    /// <summary>N1: reportage or analysis.</summary>
    News,

    /// <summary>N2: the provider's own offer.</summary>
    OfficialPromo,

    /// <summary>N3: authorised reseller, pass-through gateway, self-hosted proxy.</summary>
    LegitGateway,

    /// <summary>N4: warns, reports a loss, or asks whether an offer is genuine.</summary>
    Warning,

    /// <summary>N5: token in another technical sense.</summary>
    Developer,

    /// <summary>N6: complaint or joke.</summary>
    Satire,

    /// <summary>N7: other goods, or crypto talk without inducement.</summary>
    OtherTrade,
}
