using System.Diagnostics.Metrics;

namespace Fraud.Jobs;

/// <summary>Meter "Fraud.Jobs".</summary>
public sealed class JobMeter
{
    private readonly Counter<long> _assessed;
    private readonly Counter<long> _pushed;
    private readonly Counter<long> _runs;
    private readonly Histogram<double> _duration;

    /// <summary>Creates the instruments.</summary>
    public JobMeter(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create("Fraud.Jobs");
        _assessed = meter.CreateCounter<long>("fraud.jobs.posts.assessed", "{post}", "Posts assessed, by outcome");
        _pushed = meter.CreateCounter<long>("fraud.jobs.alerts.pushed", "{alert}", "Alerts brought into the queue");
        _runs = meter.CreateCounter<long>("fraud.jobs.runs", "{run}", "Runs of jobs, by job kind and outcome");
        _duration = meter.CreateHistogram<double>("fraud.jobs.duration", "s", "Duration of a run, by job kind");
    }

    /// <summary>Counts a batch of posts.</summary>
    public void Assessed(int stored, int refused)
    {
        _assessed.Add(stored, new KeyValuePair<string, object?>("outcome", "stored"));
        if (refused > 0)
        {
            _assessed.Add(refused, new KeyValuePair<string, object?>("outcome", "refused"));
        }
    }

    /// <summary>Counts pushed alerts.</summary>
    public void Pushed(int alerts) => _pushed.Add(alerts);

    /// <summary>Counts a run.</summary>
    public void Ran(string queue, bool succeeded, TimeSpan duration)
    {
        _runs.Add(1, new KeyValuePair<string, object?>("queue", queue), new KeyValuePair<string, object?>("outcome", succeeded ? "done" : "failed"));
        _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("queue", queue));
    }
}
