using System.Diagnostics;
using System.Globalization;
using Fraud.Keys;
using Fraud.Scanning;

namespace Fraud.Commands;

/// <summary>One run of `fraud scan`.</summary>
internal sealed class ScanJob(ScanArguments arguments)
{
    private const int OutputBuffer = 1 << 16;

    /// <summary>Scans; gives the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        arguments.Demand();
        var began = Stopwatch.GetTimestamp();
        var secret = FingerprintSecret.Find(arguments.Data);
        var baseline = arguments.Baseline is { } file ? Baseline.Read(file, secret) : Baseline.Empty;
        var scanner = KeyScanner.Load(arguments.Models, secret);
        var source = Source(new ContentScan(scanner, Settings()));
        await using var output = new BufferedStream(Console.OpenStandardOutput(), OutputBuffer);
        var report = new ScanReport(Format(output, scanner), baseline, arguments.WriteBaseline is not null);
        var finished = await FollowAsync(source, report, output, cancellationToken);
        report.End();
        await output.FlushAsync(CancellationToken.None);
        if (!finished)
        {
            await Console.Error.WriteLineAsync("fraud: interrupted; what was found until then is told.");
            return report.Told > 0 ? ExitCode.Found : ExitCode.WrongUse;
        }

        if (arguments.WriteBaseline is { } written)
        {
            Baseline.Write(written, secret, report.Kept);
        }

        Summarise(source, report, Stopwatch.GetElapsedTime(began));
        return report.ExitCode;
    }

    // What goes to a file or another program stays redacted, whatever was asked for
    private ScanSettings Settings()
    {
        var shown = arguments.Settings.ShowSecrets && !Console.IsOutputRedirected && arguments.Format == "pretty";
        if (arguments.Settings.ShowSecrets && !shown)
        {
            Console.Error.WriteLine("fraud: --show-secrets works for plain output on a terminal only; keys stay redacted.");
        }

        return arguments.Settings with { ShowSecrets = shown };
    }

    private ScanSource Source(ContentScan scan)
    {
        var measured = !Console.IsErrorRedirected;
        if ((arguments.Git ?? arguments.Staged) is not { } folder)
        {
            return new FileSource(scan, arguments.Paths, arguments.HonourIgnores, arguments.Threads, measured);
        }

        var repository = GitRepository.Open(folder);
        var revisions = arguments.Staged is null ? repository.Revisions(arguments.SinceCommit, arguments.Range) : null;
        return new GitSource(scan, repository, revisions, arguments.Threads, measured);
    }

    private IFindingFormat Format(Stream output, KeyScanner scanner)
    {
        var rules = scanner.Rules.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        return arguments.Format switch
        {
            "json" => new JsonFormat(output, array: true),
            "jsonl" => new JsonFormat(output, array: false),
            "sarif" => new SarifFormat(output, rules),
            "csv" => new CsvFormat(output, rules),
            _ => new PrettyFormat(output, rules),
        };
    }

    /// <summary>Takes the results one by one; false when it was interrupted.</summary>
    private static async Task<bool> FollowAsync(ScanSource source, ScanReport report, Stream output, CancellationToken cancellationToken)
    {
        using var bar = new ProgressBar(Console.Error, "scan");
        try
        {
            await foreach (var result in source.RunAsync(cancellationToken))
            {
                if (result.Findings.Count + result.Faults.Count > 0)
                {
                    bar.Hide();
                }

                if (report.Add(result) > 0)
                {
                    await output.FlushAsync(cancellationToken);
                }

                foreach (var fault in result.Faults)
                {
                    await Console.Error.WriteLineAsync($"fraud: {FindingWords.Plain(fault.Place)}: {FindingWords.Plain(fault.Why.ReplaceLineEndings(" "))}");
                }

                bar.Report(source.Part);
            }

            bar.Hide();
            return true;
        }
        catch (OperationCanceledException)
        {
            bar.Hide();
            return false;
        }
    }

    private void Summarise(ScanSource source, ScanReport report, TimeSpan took)
    {
        if (arguments.Format != "pretty")
        {
            return;
        }

        var more = Count(report.Known, "known") + Count(report.Allowed, "allowed by a mark") + Count(report.Binary, "binary parts left out") + Count(report.Packed, "parts packed in a way that is not read (bzip2, xz, zstd, 7z, rar)")
            + Count(report.Faults.Count, "not readable");
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Told} keys in {source.Done}, {report.Bytes / 1e6:0.0} MB, {took.TotalSeconds:0.00} s{more}"));
    }

    private static string Count(long number, string what) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {number} {what}");
}
