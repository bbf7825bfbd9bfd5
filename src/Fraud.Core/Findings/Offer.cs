namespace Fraud.Findings;

/// <summary>What is asked for what, and how that compares with official prices on the posting date.</summary>
public sealed record Offer
{
    /// <summary>"pack", "rate", "credit", "discount", "bonus", "subscription", "yield", or a non-offer such as "none", "usage", "value_claim", "idiom", "price_rise", "commission".</summary>
    public required string Kind { get; init; }

    /// <summary>Tokens for <see cref="Price"/>.</summary>
    public double? QuantityTokens { get; init; }

    /// <summary>Credit in USD for <see cref="Price"/>.</summary>
    public double? CreditUsd { get; init; }

    /// <summary>Months for <see cref="Price"/>.</summary>
    public double? Months { get; init; }

    /// <summary>Asked price in <see cref="Currency"/>.</summary>
    public double? Price { get; init; }

    /// <summary>ISO 4217 code or "USDT"; empty when unknown.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Model family, model or plan as matched to the price table; empty when unknown.</summary>
    public string Model { get; init; } = "";

    /// <summary>Asked price per million tokens in USD.</summary>
    public double? UsdPer1M { get; init; }

    /// <summary>Asked price divided by the official reference.</summary>
    public double? PayFraction { get; init; }

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
