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

    /// <summary>The --weights option: another weights file than the models folder's.</summary>
    public static Option<string?> WeightsOption() => new("--weights")
    {
        Description = "Weights file of `fraud train` (default: pitch/weights.bin of the models folder).",
        HelpName = "FILE",
    };

    /// <summary>An assessor over a folder and, when given, another weights file.</summary>
    public static Assessor Load(string folder, string? weights) =>
        weights is null || File.Exists(weights) ? Assessor.Load(Demand(folder), new() { WeightsFile = weights }) : throw new UsageException($"--weights: {weights} does not exist.");

    /// <summary>The folder, which must exist.</summary>
    public static string Demand(string folder) =>
        Directory.Exists(folder) ? folder : throw new UsageException($"--models: {folder} does not exist.");
}
