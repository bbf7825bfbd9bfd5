namespace Fraud.Collect.Sources.Feeds;

/// <summary>A feed as read.</summary>
/// <param name="Items">Entries in feed order.</param>
/// <param name="Next">Where older entries stand; empty when not said.</param>
internal sealed record Feed(IReadOnlyList<FeedItem> Items, string Next)
{
    public static Feed Empty { get; } = new([], "");
}
