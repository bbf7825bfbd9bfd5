namespace Fraud.Evaluating;

/// <summary>A way to write a text so that word lists miss it.</summary>
/// <param name="Name">Name, such as "zero-width".</param>
/// <param name="Apply">Disguises a text; chance comes from the random source.</param>
public sealed record Disguise(string Name, Func<string, Random, string> Apply);
