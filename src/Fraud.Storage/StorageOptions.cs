using System.ComponentModel.DataAnnotations;
using Fraud.Options;

namespace Fraud.Storage;

/// <summary>Where and how the service keeps its data.</summary>
public sealed class StorageOptions
{
    /// <summary>Folder of the database, the keys and the checkpoints; created when missing, for the service's account only. Default "data".</summary>
    [Required]
    public string Folder { get; set; } = "data";

    /// <summary>File name of the SQLite database inside <see cref="Folder"/>. Default "fraud.db".</summary>
    [Required]
    [RegularExpression(@"^[A-Za-z0-9._-]+$", MatchTimeoutInMilliseconds = OptionsGuard.NoTimeout, ErrorMessage = "DatabaseFile must be a plain file name")]
    public string DatabaseFile { get; set; } = "fraud.db";

    /// <summary>How long a write waits for another process, in seconds. 1 to 600, default 30.</summary>
    [Range(1, 600)]
    public int BusyTimeoutSeconds { get; set; } = 30;

    /// <summary>Greatest size of the SQLite database in megabytes; 0 means as much as the disk holds. 0 to 100,000,000, default 0.</summary>
    [Range(0, 100_000_000)]
    public long MaxMegabytes { get; set; }

    /// <summary>How long evidence is kept.</summary>
    [Required]
    public RetentionOptions Retention { get; set; } = new();
}
