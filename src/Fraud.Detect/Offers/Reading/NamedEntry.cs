namespace Fraud.Offers;

/// <summary>A name and what it means. A class: sequences of value tuples would be compiled at every start.</summary>
internal sealed record NamedEntry(string Name, NameEntry Entry);
