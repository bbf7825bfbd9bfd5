using Fraud.Benchmarks.Extraction;

namespace Fraud.Benchmarks;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var models = Path.Combine(AppContext.BaseDirectory, "models");
        switch (args.FirstOrDefault())
        {
            case "offers":
                return OffersBenchmark.Run(models);
            case "pitch":
                return PitchBenchmark.Run(models);
            case "extraction" when args.Length > 1:
                return await ExtractionTraining.RunAsync(args[1], args.ElementAtOrDefault(2), args.ElementAtOrDefault(3));
            case "crawl":
                return await CrawlBenchmark.RunAsync(args[1..]);
            case "fuzz":
                return FuzzRun.Run(models, args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1);
            default:
                await Console.Error.WriteLineAsync("benchmarks: offers, pitch, fuzz [minutes], extraction FOLDER [OUT [AVOID]], crawl");
                return 2;
        }
    }
}
