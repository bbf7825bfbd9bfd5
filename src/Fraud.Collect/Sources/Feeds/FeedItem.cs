namespace Fraud.Collect.Sources.Feeds;

/// <summary>One entry of a feed, fields as written.</summary>
internal sealed record FeedItem
{
    public string Id { get; init; } = "";

    public string Link { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>HTML, unless <see cref="IsPlainText"/>.</summary>
    public string Content { get; init; } = "";

    public bool IsPlainText { get; init; }

    public string Author { get; init; } = "";

    public string Date { get; init; } = "";

    /// <summary>Pictures told apart from the content.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    public string Language { get; init; } = "";
}
