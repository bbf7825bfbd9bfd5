using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Fraud.Collect.Html;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Listings;

/// <summary>Reads price and seller off a page that states nothing for machines, from elements whose names say what they hold.</summary>
internal static partial class ShownListing
{
    private const int MaxShown = 80;

    /// <summary>What is shown; null when neither is.</summary>
    public static Listing? Read(IHtmlDocument document)
    {
        var price = First(document, "[itemprop=price], .price, [class*=price], [id*=price]", t => PriceText.Amount(t) is not null);
        var seller = Label().Replace(First(document, ".seller, [class*=seller], [class*=merchant], [class*=shop-name], [class*=store-name]", t => t.Any(char.IsLetter)), "").Trim();
        return price.Length == 0 && seller.Length == 0 ? null : new() { Price = PriceText.Amount(price), Currency = PriceText.Currency(price), Seller = seller };
    }

    private static string First(IHtmlDocument document, string selector, Func<string, bool> holds) =>
        document.QuerySelectorAll(selector).Take(20).Select(e => HtmlText.Of(e).Replace('\n', ' ')).FirstOrDefault(t => t.Length is > 0 and < MaxShown && holds(t)) ?? "";

    [GeneratedRegex("^(?:seller|sold by|shop|store|卖家|賣家|店铺|店鋪|商家)[ :：]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
