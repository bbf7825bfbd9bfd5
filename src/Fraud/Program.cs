using System.CommandLine;
using Fraud.Commands;

namespace Fraud;

/// <summary>The one executable.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("Finds token-fraud pitches and leaked API keys in public posts, and brings them to people who decide.")
        {
            EnginesCommand.Create(),
            PricesCommand.Create(),
            RobotsCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // The last error names the word that was not understood; the first may only say that something is missing
            await Console.Error.WriteLineAsync($"fraud: {parsed.Errors[^1].Message} (see --help)");
            return ExitCode.WrongUse;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
