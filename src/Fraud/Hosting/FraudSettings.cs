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

    /// <summary>What this process does: All (default), Web (pages and API) or Worker (jobs and crawl). Processes on one data folder or server make one installation.</summary>
    public ProcessRole Role { get; set; }

    /// <summary>Time between two looks whether the models folder has changed; a new version is taken up without a restart, a faulty one is not. 1 s to 1 day; default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ModelsCheckEvery { get; set; } = TimeSpan.FromSeconds(10);

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
