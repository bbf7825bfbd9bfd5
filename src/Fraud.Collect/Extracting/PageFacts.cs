using AngleSharp.Html.Dom;
using Fraud.Collect.StructuredData;

namespace Fraud.Collect.Extracting;

/// <summary>What the page states about itself, as far as it helps to tell its text from the rest.</summary>
internal sealed record PageFacts
{
    private const int ShingleLength = 24;

    /// <summary>The page's title without punctuation; empty when none.</summary>
    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Body text stated in JSON-LD or microdata, letters and digits only; empty when none.</summary>
    public string Body { get; init; } = "";

    public int Articles { get; init; }

    /// <summary>0 unknown, 1 article, 2 product, 3 discussion, 4 site or list.</summary>
    public float Kind { get; init; }

    /// <summary>Whether the page says that it is an article.</summary>
    public bool IsArticle => Kind is 1 or 1.5f;

    public bool HasBody => Body.Length > 200;

    public static PageFacts Read(IHtmlDocument document)
    {
        var index = PageIndex.Of(document);
        var nodes = index.JsonLd;
        var body = nodes.Select(n => n.Text("articleBody", "reviewBody")).MaxBy(t => t.Length) ?? "";
        return new()
        {
            Title = Squeeze(PageMeta.Of(document, "og:title", "twitter:title") is { Length: > 0 } shared ? shared : document.Title ?? ""),
            Description = Squeeze(PageMeta.Of(document, "description", "og:description")),
            Body = Squeeze(body),
            Articles = index.ByName("article").Count,
            Kind = KindOf(nodes, PageMeta.Of(document, "og:type")),
        };
    }

    public bool IsTitle(string text) => Title.Length > 8 && text.Length < 400 && Begins(text, Title) && Squeeze(text) is { Length: > 8 } squeezed && (squeezed == Title || (squeezed.Length > 20 && Title.StartsWith(squeezed, StringComparison.Ordinal)) || (Title.Length > 20 && squeezed.StartsWith(Title, StringComparison.Ordinal) && squeezed.Length < Title.Length * 2));

    public bool IsDescription(string text) => Description.Length > 30 && text.Length < 2000 && Begins(text, Description) && Squeeze(text) is { Length: > 30 } squeezed && (squeezed.StartsWith(Description[..30], StringComparison.Ordinal) || Description.StartsWith(squeezed, StringComparison.Ordinal));

    /// <summary>1 when the stated body holds the text, 0 when not, -1 when none is stated or the text is too short to tell.</summary>
    public float InBody(string text)
    {
        if (!HasBody || text.Length < ShingleLength)
        {
            return -1;
        }

        var squeezed = Squeeze(text.Length > 300 ? text[..300] : text);
        return squeezed.Length < 12 ? -1 : Body.Contains(squeezed[..Math.Min(squeezed.Length, 60)], StringComparison.Ordinal) ? 1 : 0;
    }

    private static float KindOf(IReadOnlyList<DataNode> nodes, string openGraph)
    {
        if (nodes.Any(n => n.Is("Article", "NewsArticle", "BlogPosting", "TechArticle", "ReportageNewsArticle", "Report", "AnalysisNewsArticle", "OpinionNewsArticle", "LiveBlogPosting", "ScholarlyArticle")))
        {
            return 1;
        }

        return nodes.Any(n => n.Is("DiscussionForumPosting", "QAPage", "Question")) ? 3
            : nodes.Any(n => n.Is("Product", "Offer")) ? 2
            : openGraph.Equals("article", StringComparison.OrdinalIgnoreCase) ? 1.5f
            : openGraph.Contains("product", StringComparison.OrdinalIgnoreCase) ? 2.5f
            : nodes.Any(n => n.Is("CollectionPage", "ItemList", "SearchResultsPage")) ? 4
            : 0;
    }

    // Most texts differ from the squeezed one in their first letter already
    private static bool Begins(string text, string squeezed)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return char.ToLowerInvariant(c) == squeezed[0];
            }
        }

        return false;
    }

    private static string Squeeze(string text)
    {
        Span<char> buffer = text.Length <= 2048 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                buffer[length++] = char.ToLowerInvariant(c);
            }
        }

        return new(buffer[..length]);
    }
}
