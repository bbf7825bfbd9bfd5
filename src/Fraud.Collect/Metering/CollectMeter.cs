using System.Diagnostics.Metrics;
using Fraud.Collect.Fetching;

namespace Fraud.Collect.Metering;

/// <summary>The capability's counters, as meter "Fraud.Collect".</summary>
internal sealed class CollectMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Fraud.Collect";

    private readonly Counter<long> _in;
    private readonly Counter<long> _out;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _bytes;
    private readonly Histogram<double> _duration;

    public CollectMeter(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        _in = meter.CreateCounter<long>("fraud.collect.in", "{page}", "Pages fetched or imported");
        _out = meter.CreateCounter<long>("fraud.collect.out", "{post}", "Posts read from pages");
        _refused = meter.CreateCounter<long>("fraud.collect.refused", "{page}", "Pages not fetched or not readable, by reason");
        _bytes = meter.CreateCounter<long>("fraud.collect.bytes", "By", "Bytes of the pages fetched, after decompression");
        _duration = meter.CreateHistogram<double>("fraud.collect.duration", "s", "Time from asking for a page to having it, waiting included");
    }

    public void Fetched(FetchOutcome outcome, TimeSpan took)
    {
        if (outcome.Page is { } page)
        {
            _in.Add(1);
            _bytes.Add(page.Body.Length);
        }
        else if (outcome.Result != FetchResult.Unchanged)
        {
            Refused(outcome.Result.ToString());
        }

        _duration.Record(took.TotalSeconds);
    }

    public void Refused(string reason) => _refused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Posts(string source, int count) => _out.Add(count, new KeyValuePair<string, object?>("source", source));
}
