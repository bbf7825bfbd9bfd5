using AngleSharp.Html.Dom;
using Fraud.Collect.StructuredData;

namespace Fraud.Collect.Sources.Listings;

/// <summary>Finds the goods a page offers, from JSON-LD, microdata, RDFa or Open Graph.</summary>
internal static class ProductReader
{
    public static List<Product> Read(IHtmlDocument document)
    {
        var index = PageIndex.Of(document);
        var nodes = index.JsonLd.Concat(index.Microdata);
        var products = nodes.Where(IsProduct).Select(ToProduct).Where(p => p.Name.Length > 0).ToList();
        if (products.Count == 0 && FromOpenGraph(document) is { } shared)
        {
            products.Add(shared);
        }

        // The same good is often stated twice, as JSON-LD and as microdata: the first statement with a price stays
        return [.. products.GroupBy(p => p.Name, StringComparer.Ordinal).Select(g => g.FirstOrDefault(p => p.Listing?.Price is not null) ?? g.First())];
    }

    private static bool IsProduct(DataNode node) =>
        node.Is("Product", "IndividualProduct", "ProductModel", "ProductGroup", "Service", "SoftwareApplication", "Vehicle")
        || (node.Is("Offer") && (node.Has("name") || node.Has("itemOffered")));

    private static Product ToProduct(DataNode node)
    {
        var offers = node.Is("Offer") ? [node] : node.Nodes("offers").Concat(node.Nodes("hasVariant").SelectMany(v => v.Nodes("offers"))).SelectMany(Flatten).ToList();
        var priced = offers.FirstOrDefault(o => Price(o) is not null) ?? offers.FirstOrDefault();
        var seller = offers.SelectMany(o => o.Nodes("seller").Concat(o.Nodes("offeredBy"))).FirstOrDefault() ?? node.Nodes("seller").FirstOrDefault();
        return new(
            node.Text("name") is { Length: > 0 } name ? name : node.Text("itemOffered"),
            node.Text("description"),
            node.Text("url", "@id") is { Length: > 0 } url ? url : priced?.Text("url") ?? "",
            node.Text("sku", "productID", "mpn"),
            new()
            {
                Price = priced is null ? null : Price(priced),
                Currency = priced is null ? "" : Currency(priced),
                Seller = seller?.Text("name") is { Length: > 0 } shown ? shown : offers.Select(o => o.Text("seller", "offeredBy")).FirstOrDefault(s => s.Length > 0) ?? "",
                SellerUrl = seller?.Text("url", "@id") ?? "",
            })
        {
            Images = [.. node.Texts("image"), .. node.Nodes("image").Select(i => i.Text("url", "contentUrl"))],
        };
    }

    // An AggregateOffer states a range and may hold the single offers
    private static IEnumerable<DataNode> Flatten(DataNode offer) => offer.Nodes("offers").Any() ? offer.Nodes("offers").Prepend(offer) : [offer];

    private static decimal? Price(DataNode offer) =>
        PriceText.Amount(offer.Text("price", "lowPrice")) ?? offer.Nodes("priceSpecification").Select(s => PriceText.Amount(s.Text("price", "minPrice"))).FirstOrDefault(p => p is not null);

    private static string Currency(DataNode offer)
    {
        var stated = offer.Text("priceCurrency");
        stated = stated.Length > 0 ? stated : offer.Nodes("priceSpecification").Select(s => s.Text("priceCurrency")).FirstOrDefault(c => c.Length > 0) ?? "";
        return stated.Length > 0 ? stated : PriceText.Currency(offer.Text("price", "lowPrice"));
    }

    private static Product? FromOpenGraph(IHtmlDocument document)
    {
        var price = PageMeta.Of(document, "product:price:amount", "og:price:amount", "product:sale_price:amount");
        var isProduct = price.Length > 0 || PageMeta.Of(document, "og:type").Contains("product", StringComparison.OrdinalIgnoreCase);
        return !isProduct ? null : new(
            PageMeta.Of(document, "og:title", "twitter:title"),
            PageMeta.Of(document, "og:description", "description"),
            "",
            PageMeta.Of(document, "product:retailer_item_id"),
            new() { Price = PriceText.Amount(price), Currency = PageMeta.Of(document, "product:price:currency", "og:price:currency", "product:sale_price:currency") });
    }
}
