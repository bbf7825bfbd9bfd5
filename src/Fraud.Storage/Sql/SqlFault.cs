namespace Fraud.Storage.Sql;

/// <summary>What a database error means to us.</summary>
public enum SqlFault
{
    /// <summary>Anything else: a bug.</summary>
    Other,

    /// <summary>Another writer was faster; the same transaction may be tried again.</summary>
    Retry,

    /// <summary>The server is away for a moment, as in a failover; what was not committed may be tried again after a while.</summary>
    Transient,

    /// <summary>Another process held the database longer than we wait.</summary>
    Locked,

    /// <summary>No room on the disk.</summary>
    Full,

    /// <summary>May not write there.</summary>
    ReadOnly,

    /// <summary>Cannot be opened or reached.</summary>
    Unreachable,

    /// <summary>The file is damaged or not a database.</summary>
    Damaged,
}
