namespace Fraud.Offers;

/// <summary>What one model cost over one stretch of days, per million tokens.</summary>
public sealed record PriceRow
{
    /// <summary>The kind of a row taken from the provider's own price list.</summary>
    public const string Official = "official";

    /// <summary>The kind of a figure a newspaper gave; kept for the reader, never a reference.</summary>
    public const string PressClaim = "press_claim";

    /// <summary>Provider, lower case, such as "anthropic".</summary>
    public required string Provider { get; init; }

    /// <summary>Model id, lower case, such as "gpt-5.4".</summary>
    public required string Model { get; init; }

    /// <summary>Family the model belongs to, such as "opus".</summary>
    public required string Family { get; init; }

    /// <summary>Currency of every price of the row.</summary>
    public required string Currency { get; init; }

    /// <summary>Input price; null when the model has none.</summary>
    public double? Input { get; init; }

    /// <summary>Output price; null when not known.</summary>
    public double? Output { get; init; }

    /// <summary>Price of input read from the cache; null when not known or not offered.</summary>
    public double? CacheRead { get; init; }

    /// <summary>Dearer prices for long prompts, shortest first; the row itself is the lowest tier.</summary>
    public IReadOnlyList<PriceTier> Tiers { get; init; } = [];

    /// <summary>Factor of batch processing; null when there is none.</summary>
    public double? Batch { get; init; }

    /// <summary>Prices of the cheap hours, where the row holds those of the dear ones.</summary>
    public PriceSet? OffPeak { get; init; }

    /// <summary>The provider's price list for its home market, where that differs.</summary>
    public PriceSet? Local { get; init; }

    /// <summary>First day; null when it was before the record begins.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary><see cref="Official"/> or <see cref="PressClaim"/>.</summary>
    public string Kind { get; init; } = Official;

    /// <summary>A: the vendor's page; B: secondary, dated; C: one secondary source.</summary>
    public required string Confidence { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    /// <summary>When it was read.</summary>
    public required DateOnly RetrievedAt { get; init; }

    /// <summary>Anything a reviewer should know.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether the row may serve as a reference: official, with an input and an output price.</summary>
    public bool IsReference => Kind == Official && Input is > 0 && Output is > 0;

    /// <summary>Whether the price holds on this day.</summary>
    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);

    /// <summary>Prices for a prompt of this many tokens on this day; the row's own below the first tier.</summary>
    public PriceSet ForPrompt(long tokens, DateOnly day)
    {
        var found = new PriceSet { Currency = Currency, Input = Input, Output = Output, CacheRead = CacheRead };
        foreach (var tier in Tiers)
        {
            if (tokens > tier.Above && (tier.ValidUntil is null || day <= tier.ValidUntil))
            {
                found = found with { Input = tier.Input, Output = tier.Output, CacheRead = tier.CacheRead ?? CacheRead };
            }
        }

        return found;
    }
}
