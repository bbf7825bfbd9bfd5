namespace Fraud.Benchmarks;

internal static class Program
{
    private static int Main(string[] args)
    {
        var models = Path.Combine(AppContext.BaseDirectory, "models");
        switch (args.FirstOrDefault())
        {
            case "offers":
                return OffersBenchmark.Run(models);
            case "pitch":
                return PitchBenchmark.Run(models);
            default:
                Console.Error.WriteLine("benchmarks: offers, pitch");
                return 2;
        }
    }
}
