using Fraud.Engines;

namespace Fraud.Storage.SqlServer;

/// <summary>The SqlServer engine.</summary>
public static class SqlServerEngine
{
    /// <summary>Whether it is in, and a note.</summary>
    public static Engine Engine { get; } = new("SqlServer", false, "not in this build: the package feed could not restore Microsoft.Data.SqlClient and its dependencies; build with -p:FraudEngines=all on a feed that has them");
}
