using Fraud.Engines;

namespace Fraud.Storage.SqlServer;

/// <summary>The SqlServer engine.</summary>
public static class SqlServerEngine
{
    /// <summary>Whether it is in, and a note.</summary>
    public static Engine Engine { get; } = new("SqlServer", true, "store on SQL Server through Microsoft.Data.SqlClient");
}
