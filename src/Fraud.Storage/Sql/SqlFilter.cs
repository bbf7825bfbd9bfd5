namespace Fraud.Storage.Sql;

/// <summary>A condition with its parameter.</summary>
/// <param name="Condition">SQL that refers to @Search and to ReviewCase as r.</param>
/// <param name="Search">Value of @Search.</param>
public sealed record SqlFilter(string Condition, string Search);
