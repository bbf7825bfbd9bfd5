using System.ComponentModel.DataAnnotations;

namespace Fraud.Storage.SqlServer;

/// <summary>Which SQL Server database holds the store; section "Fraud:SqlServer". The data folder still holds keys and checkpoints: all processes of an installation share it.</summary>
public sealed class SqlServerOptions
{
    /// <summary>Connection string; the database exists, the login may create tables in it, SQL Server 2017 or later. Required.</summary>
    [Required]
    public string ConnectionString { get; set; } = "";
}
