namespace Fraud.Offers;

/// <summary>What a name in the trie means.</summary>
/// <param name="Kind">Kind of element.</param>
/// <param name="Word">Word, for words and periods.</param>
/// <param name="Value">Factor, months or periods a year.</param>
/// <param name="Name">Currency, model, plan or programme.</param>
/// <param name="Row">Price row of a model.</param>
/// <param name="Traits">Traits of the element.</param>
internal sealed record NameEntry(ElementKind Kind, OfferWord Word = OfferWord.None, double Value = 0, string? Name = null, string? Row = null, ElementTraits Traits = ElementTraits.None);
