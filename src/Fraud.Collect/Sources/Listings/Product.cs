using Fraud.Posts;

namespace Fraud.Collect.Sources.Listings;

/// <summary>A good as a page states it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description, maybe with markup.</param>
/// <param name="Url">Its own page; empty when not said.</param>
/// <param name="Id">The shop's number for it; empty when not said.</param>
/// <param name="Listing">Price and seller.</param>
internal sealed record Product(string Name, string Description, string Url, string Id, Listing? Listing)
{
    /// <summary>Its pictures as written.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];
}
