namespace Fraud.Findings;

/// <summary>What is asked for what, and how that compares with official prices on the posting date.</summary>
public sealed record Offer
{
    /// <summary>"pack", "rate", "credit", "discount" (bonuses too), "subscription", "yield", "multiplier", or what only looks like an offer: "usage", "value_claim", "idiom", "price_rise", "commission".</summary>
    public required string Kind { get; init; }

    /// <summary>Tokens for <see cref="Price"/>.</summary>
    public double? QuantityTokens { get; init; }

    /// <summary>Credit in USD for <see cref="Price"/>.</summary>
    public double? CreditUsd { get; init; }

    /// <summary>Months for <see cref="Price"/>.</summary>
    public double? Months { get; init; }

    /// <summary>People who each pay <see cref="Price"/>; 1 unless shared.</summary>
    public int Heads { get; init; } = 1;

    /// <summary>Asked price in <see cref="Currency"/>.</summary>
    public double? Price { get; init; }

    /// <summary>ISO 4217 code or "USDT"; empty when unknown.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Whether <see cref="Currency"/> is a guess from the language; then the tier is never above "implausible".</summary>
    public bool CurrencyInferred { get; init; }

    /// <summary>Model family, model or plan as matched to the price table; empty when unknown.</summary>
    public string Model { get; init; } = "";

    /// <summary>The priced side: "input", "output", "cache" or "unspecified"; empty where that makes no sense.</summary>
    public string Side { get; init; } = "";

    /// <summary>Asked price per million tokens in USD.</summary>
    public double? UsdPer1M { get; init; }

    /// <summary>Official price per million tokens in USD it is compared with.</summary>
    public double? RefUsdPer1M { get; init; }

    /// <summary>Price row or plan behind <see cref="RefUsdPer1M"/>; the cheapest of the family, or of the table when no model is named.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Asked price divided by the official reference.</summary>
    public double? PayFraction { get; init; }

    /// <summary>Whether the fraction is the seller's best case ("from 30 %", 低至三折): policy takes the tier one step milder.</summary>
    public bool LowerBound { get; init; }

    /// <summary>Discount against three parts input and one part output; only for a known model and an unspecified side.</summary>
    public double? DiscountVsBlend { get; init; }

    /// <summary>Multiplier (倍率) of a gateway as stated; its base is usually not said.</summary>
    public double? Multiplier { get; init; }

    /// <summary>Amount a yield offer asks for, in <see cref="Currency"/>.</summary>
    public double? Principal { get; init; }

    /// <summary>Id of the discount programme that is named beside the price and can explain it; empty when none.</summary>
    public string Programme { get; init; } = "";

    /// <summary>Simple yearly return of a yield offer, 1 = 100 %.</summary>
    public double? Apr { get; init; }

    /// <summary>"over", "normal", "explainable", "implausible", "extreme"; empty when not judged.</summary>
    public string Tier { get; init; } = "";

    /// <summary>Below the lowest official price of any token of the model, batch and cache included.</summary>
    public bool BelowFloor { get; init; }

    /// <summary>First UTF-16 unit of the original text.</summary>
    public int Start { get; init; }

    /// <summary>One past the last unit.</summary>
    public int End { get; init; }

    /// <summary>One sentence on the price, in the wording of the product.</summary>
    public Text.LocalText Wording { get; init; }
}
