using Fraud.Findings;

namespace Fraud.Offers;

/// <summary>Which of several offers tells a reviewer most.</summary>
internal static class OfferRank
{
    /// <summary>Higher tells more: first by how far from official, then by how exact the kind is.</summary>
    public static double Of(Offer offer)
    {
        var tier = offer.Tier switch { OfferTier.Extreme => 5, OfferTier.Implausible => 4, OfferTier.Explainable => 3, OfferTier.Over => 2, OfferTier.Normal => 2, _ => 1 };
        tier = offer.Programme.Length > 0 ? Math.Min(tier, 3) : tier;
        return offer.Kind switch
        {
            "yield" => offer.Apr >= 0.2 ? 4.5 : 2.5,
            "pack" => tier + 0.4,
            "rate" => tier + 0.35,
            "credit" => tier + 0.3,
            "subscription" => tier + 0.2,
            "discount" => tier + 0.1,
            "multiplier" => 1.5,
            "value_claim" => 1,
            "usage" => 0.9,
            "price_rise" => 0.8,
            "commission" => 0.7,
            _ => 0.5,
        };
    }
}
