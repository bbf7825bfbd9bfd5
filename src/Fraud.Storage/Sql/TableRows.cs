namespace Fraud.Storage.Sql;

/// <summary>Rows for a table.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Columns">The columns that get a value.</param>
/// <param name="Rows">The values, in the order of the columns.</param>
public sealed record TableRows(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);
