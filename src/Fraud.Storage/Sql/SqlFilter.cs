namespace Fraud.Storage.Sql;

/// <summary>A condition with its parameter.</summary>
/// <param name="Condition">SQL that refers to @Search and to ReviewCase as r.</param>
/// <param name="Search">Value of @Search.</param>
/// <param name="Indexed">Whether an index answers it, so that the query had better start from it than walk the queue in order.</param>
public sealed record SqlFilter(string Condition, string Search, bool Indexed);
