using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Fraud.Keys;
using Fraud.Scanning;

namespace Fraud.Commands;

/// <summary>`fraud scan`: leaked keys in files, folders, archives and stdin.</summary>
internal static class ScanCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders, zip/tar/gz archives, WARC files; - reads stdin.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON array." };
        var lines = new Option<bool>("--jsonl") { Description = "One JSON object a line." };
        var sarif = new Option<bool>("--sarif") { Description = "SARIF 2.1.0, for code hosts." };
        var models = ModelsFolder.Option();
        var command = new Command("scan", "Find leaked keys. The key itself is never printed: prefix, last four characters and a fingerprint are. Exit code 1 when one is found.") { paths, json, lines, sarif, models };
        command.SetAction(parsed => Run(
            parsed.GetValue(paths)!,
            parsed.GetValue(json) ? "json" : parsed.GetValue(lines) ? "jsonl" : parsed.GetValue(sarif) ? "sarif" : "pretty",
            ModelsFolder.Demand(parsed.GetValue(models)!)));
        return command;
    }

    private static int Run(string[] paths, string format, string models)
    {
        if (paths.FirstOrDefault(p => p != "-" && !File.Exists(p) && !Directory.Exists(p)) is { } missing)
        {
            throw new UsageException($"{missing} does not exist.");
        }

        var scan = new FileScan(KeyScanner.Load(models, FingerprintKey()));
        var output = new ScanOutput(Console.Out, format);
        var began = Stopwatch.GetTimestamp();
        long bytes = 0, files = 0;
        var unreadable = 0;
        foreach (var (path, result) in Results(scan, paths))
        {
            bytes += result.Bytes;
            files++;
            output.Add(result.Findings);
            if (result.Fault is { } fault)
            {
                unreadable++;
                Console.Error.WriteLine($"fraud: {path}: {fault.ReplaceLineEndings(" ")}");
            }

            Progress(files, bytes, output.Count);
        }

        output.Close();
        Clear();
        if (format == "pretty")
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output.Count} keys in {files} files, {bytes / 1e6:0.0} MB, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s"));
        }

        return output.Count > 0 ? ExitCode.Found : unreadable > 0 ? ExitCode.WrongUse : ExitCode.Done;
    }

    private static ParallelQuery<(string Path, ScanResult Result)> Results(FileScan scan, string[] paths) => paths
        .SelectMany(p => p == "-" ? [p] : ScanFiles.List(p))
        .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered)
        .Select(p => (Path: p, Result: p == "-" ? scan.Stream("-", Console.OpenStandardInput()) : scan.File(p)));

    // Fingerprints are comparable between runs that share this secret; without it they are comparable everywhere
    private static byte[] FingerprintKey() =>
        Environment.GetEnvironmentVariable("FRAUD_FINGERPRINT_KEY") is { Length: > 0 } secret
            ? System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret))
            : new byte[32];

    private static void Progress(long files, long bytes, int found)
    {
        if (!Console.IsErrorRedirected && files % 64 == 0)
        {
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{files} files  {bytes / 1e6:0} MB  {found} keys "));
        }
    }

    private static void Clear()
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write("\r" + new string(' ', 50) + "\r");
        }
    }
}
