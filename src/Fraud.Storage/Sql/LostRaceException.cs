namespace Fraud.Storage.Sql;

/// <summary>Another writer changed the row between reading and writing it; the transaction is run again.</summary>
internal sealed class LostRaceException : Exception;
