using AngleSharp.Html.Dom;
using Fraud.Collect.Extracting;
using Fraud.Collect.Html;
using Fraud.Collect.StructuredData;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Listings;

/// <summary>Reads goods on offer: by schema.org or Open Graph statements; without them, the main text of the page.</summary>
internal sealed class ListingParser : HtmlParserBase
{
    private const int MaxProducts = 200;

    public override string Name => "listing";

    internal override async Task<ParsedPage> ReadAsync(SourcePage page, IHtmlDocument document, CancellationToken cancellationToken)
    {
        var products = ProductReader.Read(document);
        var main = products.Count > 1 ? null : PageExtractor.Extract(document, page.Url, page.FetchedAt, page.UtcOffset);
        if (products.Count == 0)
        {
            return main is not null && MainPost.From(main, document, page) is { } post ? new() { Posts = [post with { Listing = ShownListing.Read(document) }] } : ParsedPage.Empty;
        }

        var posts = new List<Post>();
        foreach (var product in products.Take(MaxProducts))
        {
            posts.Add(await ToPostAsync(product, main, document, page, cancellationToken));
        }

        return new() { Posts = posts };
    }

    private static async Task<Post> ToPostAsync(Product product, ExtractedPage? main, IHtmlDocument document, SourcePage page, CancellationToken cancellationToken)
    {
        var url = PageLinks.Resolve(page.Url, product.Url) ?? PageMeta.Canonical(document, page.Url);
        url = main is null ? url : PageMeta.Canonical(document, page.Url);
        var description = await SafeHtml.TextOfAsync(product.Description, cancellationToken);
        // The statement is often a short form of what the page says
        var text = main is { IsLinkList: false } && main.Text.Length > description.Length * 3 / 2 ? main.Text : description;
        return new()
        {
            Source = page.Source,
            NativeId = main is null && product.Id.Length > 0 && url == PageMeta.Canonical(document, page.Url) ? $"{url}#{product.Id}" : url,
            Url = url,
            Title = HtmlText.Tidy(product.Name).Replace('\n', ' '),
            Text = text.Length > 0 ? text : HtmlText.Tidy(product.Name),
            Author = product.Listing is { Seller.Length: > 0 } listing ? listing.Seller : main is null ? "" : main.Author.Length > 0 ? main.Author : ShownListing.Read(document)?.Seller ?? "",
            PostedAt = main?.Date,
            FetchedAt = page.FetchedAt,
            Language = PageLanguage.Of(document, text),
            Listing = product.Listing,
            Images = PageImages.Bounded(product.Images.Select(i => PageLinks.Resolve(page.Url, i)).OfType<string>().Concat(main?.Images ?? [])),
        };
    }
}
