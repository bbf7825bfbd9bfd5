using System.Diagnostics;
using System.Globalization;
using Fraud.Canonical;
using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Offers;
using Fraud.Pitches;

namespace Fraud.Benchmarks;

/// <summary>`pitch`: posts a second and bytes a post of each stage and of the whole assessment, on corpus posts of about 100 characters.</summary>
internal static class PitchBenchmark
{
    private const int Posts = 256;
    private const int WarmUp = 60;
    private const int Rounds = 200;

    public static int Run(string models)
    {
        var began = Stopwatch.GetTimestamp();
        var assessor = Assessor.Load(models);
        var texts = BenchmarkPosts.OfHundred(Posts);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"models loaded in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms; {texts.Average(t => t.Length):F0} characters a post"));
        Console.WriteLine("| stage | best µs | best posts/s | mean µs | bytes/post |\n|---|---:|---:|---:|---:|");
        var tables = TextTables.Load(Path.Combine(models, "text"));
        var builder = new TextViewsBuilder(tables);
        var views = texts.Select(t => new TextViewsBuilder(tables).Build(t)).ToArray();
        var scorer = PitchClassifier.Load(Path.Combine(models, "pitch")).CreateScorer();
        var keys = KeyScanner.Load(models, new byte[32]);
        var offers = new OfferParser(PriceTable.Load(Path.Combine(models, "prices")));
        var contacts = new ContactExtractor(ContactTables.Load(Path.Combine(models, "contacts")));
        Say("assess", i => assessor.Assess(texts[i], AssessContext.None));
        var clear = texts.Where(t => assessor.Assess(t, AssessContext.None).Verdict == Verdict.Clear).ToArray();
        Say("assess, clear posts", i => assessor.Assess(clear[i % clear.Length], AssessContext.None));
        Say("views", i => builder.Build(texts[i]));
        Say("classifier", i => scorer.Score(views[i], PitchHints.None));
        Say("offers", i => offers.Parse(views[i], AssessContext.None));
        Say("contacts", i => contacts.Extract(views[i]));
        Say("keys", i => keys.Scan(texts[i]));
        return 0;
    }

    // Processor time, since other programs may share the machine; the best round is nearest to what the code costs
    private static void Say(string what, Action<int> act)
    {
        for (var round = 0; round < WarmUp; round++)
        {
            Round(act);
        }

        var (best, sum, bytes) = (double.MaxValue, 0.0, GC.GetAllocatedBytesForCurrentThread());
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.UserTime;
            Round(act);
            var taken = (Environment.CpuUsage.UserTime - before).TotalMicroseconds / Posts;
            best = taken > 0 ? Math.Min(best, taken) : best;
            sum += taken;
        }

        bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (Rounds * Posts);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {best:F2} | {1e6 / best:N0} | {sum / Rounds:F2} | {bytes} |"));
    }

    private static void Round(Action<int> act)
    {
        for (var i = 0; i < Posts; i++)
        {
            act(i);
        }
    }
}
