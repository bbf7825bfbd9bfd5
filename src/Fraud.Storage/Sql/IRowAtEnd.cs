namespace Fraud.Storage.Sql;

/// <summary>A row that many works of a transaction change, such as a count: what they ask for is gathered and written once, before the commit.</summary>
internal interface IRowAtEnd
{
    /// <summary>Writes what was gathered for the row of this key.</summary>
    Task WriteAsync(Session session, string key);
}
