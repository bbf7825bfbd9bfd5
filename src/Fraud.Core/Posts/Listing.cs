namespace Fraud.Posts;

/// <summary>What a listing page states about its good.</summary>
public sealed record Listing
{
    /// <summary>Asked price in <see cref="Currency"/>; null when none is stated.</summary>
    public decimal? Price { get; init; }

    /// <summary>ISO 4217 code or the page's own word; empty when not stated.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Seller's name as shown; empty when not stated.</summary>
    public string Seller { get; init; } = "";

    /// <summary>Seller's page; empty when not stated.</summary>
    public string SellerUrl { get; init; } = "";
}
