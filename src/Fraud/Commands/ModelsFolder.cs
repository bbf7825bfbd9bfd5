using System.CommandLine;

namespace Fraud.Commands;

/// <summary>The --models option: where weights, rules and tables are.</summary>
internal static class ModelsFolder
{
    /// <summary>The option; the folder beside the program when not given.</summary>
    public static Option<string> Option() => new("--models")
    {
        Description = "Folder of weights, rules, prices and tables (default: beside the program).",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "models"),
    };

    /// <summary>The folder, which must exist.</summary>
    public static string Demand(string folder) =>
        Directory.Exists(folder) ? folder : throw new UsageException($"--models: {folder} does not exist.");
}
