using System.ComponentModel.DataAnnotations;
using Fraud.Options;

namespace Fraud.Jobs.Hangfire;

/// <summary>How jobs run on Hangfire; section "Fraud:Hangfire".</summary>
public sealed class HangfireOptions : IValidatableObject
{
    /// <summary>Where timetable and turns are kept: SqlServer (default), or Memory for workers on one machine.</summary>
    public HangfireStorage Storage { get; set; }

    /// <summary>Connection string of the SQL Server database that holds the jobs; it may be the store's. Required unless they are kept in memory.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Schema of Hangfire's tables. Default "Hangfire".</summary>
    [Required, RegularExpression("[A-Za-z_][A-Za-z0-9_]{0,60}", MatchTimeoutInMilliseconds = OptionsGuard.NoTimeout)]
    public string Schema { get; set; } = "Hangfire";

    /// <summary>Jobs this process may run at once; 0 for a process that only hands out work (a front end). 0 to 256, default 8.</summary>
    [Range(0, 256)]
    public int Workers { get; set; } = 8;

    /// <summary>Kinds of work this process takes, most urgent first; empty for all: alert, detect, crawl, audit, purge. Default empty.</summary>
    public IList<string> Queues { get; } = [];

    /// <summary>Turns of detection that may run at once, in all processes together. 1 to 256, default 4.</summary>
    [Range(1, 256)]
    public int SharedTurns { get; set; } = 4;

    /// <summary>Hours for which finished turns stay visible on the dashboard. 1 to 720, default 2.</summary>
    [Range(1, 720)]
    public int KeepHours { get; set; } = 2;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Storage == HangfireStorage.SqlServer && ConnectionString.Length == 0 ? [new("The ConnectionString field is required.", [nameof(ConnectionString)])] : [];
}
