using System.Globalization;
using Fraud.Contracts.Soak;
using Fraud.Testing.Soak;

namespace Fraud.Benchmarks;

/// <summary>`crawl soak MINUTES [PAGES]`: the real crawler on a hostile site, killed five times. `crawl site PORT PAGES`: the plain site of the comparison in peers/crawl.py.</summary>
internal static class CrawlBenchmark
{
    private const int DefaultPages = 100_000;

    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["soak", var minutes, ..]:
                return await SoakAsync(double.Parse(minutes, CultureInfo.InvariantCulture), args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : DefaultPages);
            case ["site", var port, var pages]:
                await PlainSite.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), int.Parse(pages, CultureInfo.InvariantCulture));
                return 0;
            default:
                await Console.Error.WriteLineAsync("crawl soak MINUTES [PAGES] | crawl site PORT PAGES");
                return 2;
        }
    }

    private static async Task<int> SoakAsync(double minutes, int pages)
    {
        var plan = new SoakPlan { Longest = TimeSpan.FromMinutes(minutes) };
        plan = plan with { PagesPerHost = pages / plan.Hosts };
        var result = await new SoakRunner(plan, Console.WriteLine).RunAsync(CancellationToken.None);
        Say($"good pages {result.Good}, stored {result.Stored}, asked again {result.AskedAgain}, requests {result.Requests}, {result.Took.TotalSeconds:0} s, {result.Requests / result.Took.TotalSeconds:0} requests/s");
        Say($"memory MB: {string.Join(' ', result.Memory.Where((_, i) => i % Math.Max(1, result.Memory.Count / 24) == 0))}");
        Say($"pace: the fastest 50 requests to a host took {result.Pace.Fastest.TotalMilliseconds:0} ms, at least {result.Pace.Asked.TotalMilliseconds:0} ms are asked for");
        foreach (var fault in result.Faults)
        {
            Console.WriteLine("FAULT " + fault);
        }

        Console.WriteLine(result.Faults.Count > 0 ? "broken" : result.Stored == result.Good ? "kept: every good page is stored once" : "kept, as far as the time went");
        return result.Faults.Count == 0 ? 0 : 1;
    }

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
