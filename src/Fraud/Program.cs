using System.CommandLine;
using System.Text;
using Fraud.Commands;
using Fraud.Storage;
using Microsoft.Extensions.Options;

namespace Fraud;

/// <summary>The one executable.</summary>
internal static class Program
{
    // A stop lets running jobs finish their transaction; after this the process ends anyway
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(30);

    private static async Task<int> Main(string[] args)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = new RootCommand("Finds token-fraud pitches and leaked API keys in public posts, and brings them to people who decide.")
        {
            DemoCommand.Create(),
            ServeCommand.Create(),
            CheckCommand.Create(),
            TrainCommand.Create(),
            EvalCommand.Create(),
            ScanCommand.Create(),
            EnginesCommand.Create(),
            BenchCommand.Create(),
            PricesCommand.Create(),
            CrawlCommand.Create(),
            ImportCommand.Create(),
            ExtractCommand.Create(),
            RobotsCommand.Create(),
            ReportCommand.Create(),
            VerifyCommand.Create(),
            MigrateCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // The last error names the word that was not understood; the first may only say that something is missing
            return await RefuseAsync($"{parsed.Errors[^1].Message} (see --help)");
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopWithin });
        }
        catch (Exception e) when (e is UsageException or OptionsValidationException or InvalidDataException or IOException or UnauthorizedAccessException or StorageException)
        {
            // Wrong use and unreadable input end in one line; anything else is a bug and keeps its trace
            return await RefuseAsync(e.Message.ReplaceLineEndings(" "));
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Done;
        }
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync($"fraud: {why}");
        return ExitCode.WrongUse;
    }
}
