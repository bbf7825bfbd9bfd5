using Fraud.Contracts;
using Hangfire;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;

namespace Fraud.Jobs.Hangfire.Tests;

/// <summary>The same on the storage that several machines share.</summary>
[Collection("Hangfire")]
public sealed class HangfireSqlServerTests : HangfireContract, IDisposable
{
    private readonly ServerDatabase _database;

    public HangfireSqlServerTests()
    {
        _database = new(c => new SqlConnection(c));
        Storage = new SqlServerStorage(_database.ConnectionString, HangfireRegistration.Storage(new()));
    }

    protected override JobStorage Storage { get; }

    public void Dispose()
    {
        SqlConnection.ClearAllPools();
        _database.Dispose();
    }
}
