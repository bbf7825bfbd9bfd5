using System.ComponentModel.DataAnnotations;

namespace Fraud.Hosting;

/// <summary>Section "Fraud" of the configuration: what the host itself needs. Each capability has its own section below it.</summary>
internal sealed class FraudSettings
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Fraud";

    /// <summary>Address the console, API and public check listen on. Default http://127.0.0.1:5080; put a TLS proxy in front before opening it.</summary>
    [Required, Url]
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Folder of the database, the evidence and the installation's keys; relative to the folder the program is started in. Default "data".</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>Folder of weights, rules, prices and tables; relative to the program. Default "models".</summary>
    [Required]
    public string ModelsFolder { get; set; } = "models";

    /// <summary>Store engine: "Sqlite" (default) or "SqlServer".</summary>
    [Required]
    public string Store { get; set; } = "Sqlite";

    /// <summary>Job engine: "Quartz" (default) or "Hangfire".</summary>
    [Required]
    public string Scheduler { get; set; } = "Quartz";

    /// <summary>Public checks one address may ask per minute, 1 to 10,000. Default 20.</summary>
    [Range(1, 10_000)]
    public int ChecksPerMinute { get; set; } = 20;

    /// <summary>Callers of the HTTP API. Default none.</summary>
    public IList<ApiCaller> ApiCallers { get; } = [];

    /// <summary>The data folder as an absolute path.</summary>
    public string DataPath => Path.GetFullPath(DataFolder);

    /// <summary>The models folder as an absolute path.</summary>
    public string ModelsPath => Path.GetFullPath(ModelsFolder, AppContext.BaseDirectory);
}
