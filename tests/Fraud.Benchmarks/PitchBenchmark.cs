using System.Diagnostics;
using System.Globalization;
using Fraud.Canonical;
using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Offers;
using Fraud.Pitches;
using Fraud.Policies;
using Fraud.Testing;

namespace Fraud.Benchmarks;

/// <summary>`pitch`: posts a second and bytes a post of each stage and of the whole assessment, on corpus posts of about 100 characters.</summary>
internal static class PitchBenchmark
{
    private const int Posts = 256;
    private const int WarmUp = 120;
    private const int Rounds = 200;

    public static int Run(string models)
    {
        var began = Stopwatch.GetTimestamp();
        var tables = TextTables.Load(Path.Combine(models, "text"));
        var keys = KeyScanner.Load(models, new byte[32]);
        var offers = new OfferParser(PriceTable.Load(Path.Combine(models, "prices")));
        var contacts = new ContactExtractor(ContactTables.Load(Path.Combine(models, "contacts")));
        var classifier = PitchClassifier.Load(Path.Combine(models, "pitch"));
        var assessor = new Assessor(tables, keys, offers, contacts, classifier, Policy.Load(Path.Combine(models, "policies", "default.json")));
        var loaded = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var texts = BenchmarkPosts.OfHundred(Posts);
        var clear = texts.Where(t => assessor.Assess(t, AssessContext.None).Verdict == Verdict.Clear).ToArray();
        var views = texts.Select(t => new TextViewsBuilder(tables).Build(t)).ToArray();
        var (builder, scorer) = (new TextViewsBuilder(tables), classifier.CreateScorer());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"models loaded in {loaded:F0} ms; {texts.Average(t => t.Length):F0} characters a post"));
        Measure(
        [
            new("assess", i => assessor.Assess(texts[i], AssessContext.None)),
            new("assess, clear posts", i => assessor.Assess(clear[i % clear.Length], AssessContext.None)),
            new("views", i => builder.Build(texts[i])),
            new("classifier", i => scorer.Score(views[i], PitchHints.None)),
            new("offers", i => offers.Parse(views[i], AssessContext.None)),
            new("contacts", i => contacts.Extract(views[i])),
            new("keys", i => keys.Scan(texts[i])),
        ]);
        return 0;
    }

    // In turns, so that a busy neighbour slows all stages alike; the best round is nearest to what the code costs
    private static void Measure(Stage[] stages)
    {
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            foreach (var stage in stages)
            {
                stage.Run(counts: round >= WarmUp);
            }
        }

        Console.WriteLine("| stage | best µs | best posts/s | median µs | bytes/post |\n|---|---:|---:|---:|---:|");
        foreach (var stage in stages)
        {
            Console.WriteLine(stage);
        }
    }

    private sealed class Stage(string name, Action<int> act)
    {
        private readonly List<double> _taken = [];
        private long _bytes;

        public void Run(bool counts)
        {
            var (bytes, before) = (GC.GetAllocatedBytesForCurrentThread(), ThreadClock.Microseconds);
            for (var i = 0; i < Posts; i++)
            {
                act(i);
            }

            if (counts)
            {
                _taken.Add((ThreadClock.Microseconds - before) / Posts);
                _bytes += GC.GetAllocatedBytesForCurrentThread() - bytes;
            }
        }

        public override string ToString()
        {
            _taken.Sort();
            return string.Create(CultureInfo.InvariantCulture, $"| {name} | {_taken[0]:F2} | {1e6 / _taken[0]:N0} | {_taken[_taken.Count / 2]:F2} | {_bytes / (_taken.Count * Posts)} |");
        }
    }
}
