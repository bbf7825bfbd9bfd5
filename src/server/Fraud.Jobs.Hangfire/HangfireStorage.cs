namespace Fraud.Jobs.Hangfire;

/// <summary>Where Hangfire keeps timetable and turns. The work itself is always in the store.</summary>
public enum HangfireStorage
{
    /// <summary>In a SQL Server database, shared by all processes.</summary>
    SqlServer,

    /// <summary>In the process: each worker has a timetable of its own, and a killed one takes only that with it. For one machine.</summary>
    Memory,
}
