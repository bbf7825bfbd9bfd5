namespace Fraud.Collect.Extracting;

/// <summary>The main part of a page, without what surrounds it.</summary>
public sealed record ExtractedPage
{
    /// <summary>Main text, a paragraph a line; empty when the page has none.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the main text is a list of links to other pages, such as an index of goods, and nobody's own words.</summary>
    public bool IsLinkList { get; init; }

    /// <summary>Title without the site's name; empty when unknown.</summary>
    public string Title { get; init; } = "";

    /// <summary>Author as named on the page; empty when unknown.</summary>
    public string Author { get; init; } = "";

    /// <summary>When it was published; null when unknown.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>BCP 47 tag, declared or by script; empty when unknown.</summary>
    public string Language { get; init; } = "";

    /// <summary>Absolute URLs of the page's own pictures: those it states for sharing, then those in the main text.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];
}
