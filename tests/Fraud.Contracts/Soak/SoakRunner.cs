using System.Globalization;
using System.Text.Json;
using Dapper;
using Fraud.Testing;
using Fraud.Testing.Soak;
using Microsoft.Data.Sqlite;

namespace Fraud.Contracts.Soak;

/// <summary>Lets the real `fraud crawl` loose on a hostile site, kills it now and then, and looks at what the store and the site say afterwards.</summary>
public sealed class SoakRunner(SoakPlan plan, Action<string>? say = null)
{
    private const int PaceRun = 50;
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(1);
    private readonly List<long> _memory = [];
    private readonly TimeProvider _time = TimeProvider.System;

    /// <summary>Runs until every good page is stored or the time is over.</summary>
    public async Task<SoakResult> RunAsync(CancellationToken cancellationToken)
    {
        await using var site = await HostileSite.StartAsync(plan.Hosts, plan.PagesPerHost);
        using var folder = new TempFolder();
        var settings = Path.Combine(folder.Path, "soak.json");
        await File.WriteAllTextAsync(settings, Settings(site), cancellationToken);
        var database = Path.Combine(folder.Path, "data", "fraud.db");
        var began = _time.GetTimestamp();
        for (var kill = 0; kill <= plan.Kills; kill++)
        {
            await using var crawl = FraudProcess.Start("crawl", "soak", "--every", "0.5", "--config", settings, "--data", Path.GetDirectoryName(database)!);
            var until = kill < plan.Kills ? (plan.KillsWithin ?? plan.Longest / 2) * (kill + 1) / plan.Kills : plan.Longest;
            await WatchAsync(crawl, database, began, until, kill == plan.Kills ? site.GoodPages : int.MaxValue, cancellationToken);
            await (kill < plan.Kills ? crawl.KillAsync() : crawl.InterruptAsync());
        }

        return Judge(site, database, _time.GetElapsedTime(began));
    }

    private async Task WatchAsync(FraudProcess crawl, string database, long began, TimeSpan until, int enough, CancellationToken cancellationToken)
    {
        while (_time.GetElapsedTime(began) < until)
        {
            await Task.Delay(Sample, cancellationToken);
            if (crawl.HasExited)
            {
                throw new InvalidOperationException($"the crawl ended by itself:\n{string.Join('\n', crawl.Lines)}");
            }

            _memory.Add(crawl.MemoryBytes / (1024 * 1024));
            if (_memory.Count % 10 == 0 || enough < int.MaxValue)
            {
                var stored = Stored(database).Count;
                say?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{_time.GetElapsedTime(began).TotalSeconds,5:0} s  {stored,7} stored  {_memory[^1],4} MB"));
                if (stored >= enough)
                {
                    return;
                }
            }
        }
    }

    private SoakResult Judge(HostileSite site, string database, TimeSpan took)
    {
        var stored = Stored(database);
        var asked = site.Asked.Where(a => IsGood(a.Key)).GroupBy(a => Bare(a.Key), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(a => a.Value), StringComparer.Ordinal);
        var again = asked.Count(a => a.Value > 1);
        // What was in flight at a kill or at the end is owed a visit still
        var owed = Read(database, "SELECT Url FROM CrawlTarget WHERE DueAt IS NOT NULL");
        var lost = asked.Keys.Count(a => !stored.ContainsKey(a) && !owed.ContainsKey(a));
        var inFlight = plan.Concurrency * (plan.Kills + 1);
        var pace = (Fastest: site.FastestRun(PaceRun), Asked: plan.Delay * (PaceRun - 1));
        List<string> faults =
        [
            .. Fault(stored.Keys.DistinctBy(u => new Uri(u).Host).Count() < plan.Hosts, "of some hosts nothing was stored"),
            .. Fault(stored.Values.Any(n => n > 1), $"{stored.Values.Count(n => n > 1)} good pages are stored more than once"),
            .. Fault(again > inFlight, $"{again} good pages were asked for again, more than the {inFlight} that can have been in flight"),
            .. Fault(lost > 0, $"{lost} good pages were answered and are neither stored nor owed a visit"),
            .. Fault(pace.Fastest < pace.Asked * 0.8, $"{PaceRun} requests reached a host within {pace.Fastest.TotalMilliseconds:0} ms, the pace asks for {pace.Asked.TotalMilliseconds:0} ms"),
            .. Fault(site.Asked.Keys.Any(u => u.Contains("/private/", StringComparison.Ordinal)), "a page that robots.txt forbids was asked for"),
            .. Fault(site.Asked.Keys.Count(u => u.Contains("/cal/", StringComparison.Ordinal)) > plan.Hosts * 300, "the calendar was followed without end"),
            .. Fault(site.Asked.Keys.Count(u => u.Contains("/list/", StringComparison.Ordinal)) > plan.Hosts * 400 + (plan.PagesPerHost / 10), "endless parameters were followed"),
            .. Fault(Growth() > 1.5, $"memory grew {Growth():0.0} times over the last process"),
        ];
        return new()
        {
            Good = site.GoodPages,
            Stored = stored.Count,
            AskedAgain = again,
            Requests = site.Asked.Values.Sum(),
            Took = took,
            Memory = _memory,
            Pace = pace,
            Faults = faults,
        };
    }

    // The last third of the samples against the third before, both of the process that was not killed
    private double Growth()
    {
        var third = _memory.Count / 6;
        return third < 5 ? 1 : _memory.TakeLast(third).Average() / _memory.SkipLast(third).TakeLast(third).Average();
    }

    private static IEnumerable<string> Fault(bool broken, FormattableString what) => broken ? [FormattableString.Invariant(what)] : [];

    private static IEnumerable<string> Fault(bool broken, string what) => broken ? [what] : [];

    private Dictionary<string, int> Stored(string database) => Read(database, "SELECT Url FROM Capture");

    // Good pages of a list of URLs, with how often they stand there
    private Dictionary<string, int> Read(string database, string sql)
    {
        if (!File.Exists(database))
        {
            return [];
        }

        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        try
        {
            return connection.Query<string>(sql).Where(IsGood).GroupBy(Bare, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        }
        catch (SqliteException)
        {
            // The schema is not there yet
            return [];
        }
    }

    private bool IsGood(string url) => new Uri(url).AbsolutePath is var path && path.StartsWith("/p/", StringComparison.Ordinal)
        && int.TryParse(path.AsSpan("/p/".Length), CultureInfo.InvariantCulture, out var number) && number < plan.PagesPerHost;

    private static string Bare(string url) => new Uri(url).GetLeftPart(UriPartial.Path);

    private string Settings(HostileSite site)
    {
        var source = new
        {
            Name = "soak",
            Kind = "article",
            Enabled = true,
            Terms = "https://example.org/terms",
            StartUrls = site.Hosts.Select(site.StartOf),
            Follow = new[] { "http://127.0.0.*", "http://169.254.*" },
            MaxPages = 1_000_000,
            MaxDepth = 1000,
            RecrawlAfter = "02:00:00",
            plan.Concurrency,
        };
        var fetch = new
        {
            ContactUrl = "https://example.org/bot",
            AllowedPrivateHosts = site.Hosts,
            AllowedPorts = new[] { site.Port },
            MinDelay = plan.Delay,
            LatencyFactor = 0,
            // A busy machine is no dead host: robots.txt is asked for again soon, a page twice
            RequestTimeout = "00:00:05",
            RobotsRetryAfter = "00:00:01",
            Retries = 1,
            RetryDelay = "00:00:00.2",
            MaxDelay = "00:00:01",
            MaxWait = "00:00:05",
        };
        return JsonSerializer.Serialize(new { Fraud = new { Collect = new { Lease = "00:00:05", Fetch = fetch, Sources = new[] { source } } } });
    }
}
