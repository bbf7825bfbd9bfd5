using System.Diagnostics.Metrics;

namespace Fraud.Review;

/// <summary>Counters of the queue, meter "Fraud.Review".</summary>
internal static class ReviewMetrics
{
    public const string MeterName = "Fraud.Review";

    private static readonly Meter Meter = new(MeterName);

    public static Counter<long> Pushed { get; } = Meter.CreateCounter<long>("fraud.review.alerts.pushed", "{alert}", "Alerts brought into the queue, by outcome");

    public static Counter<long> PushFailed { get; } = Meter.CreateCounter<long>("fraud.review.alerts.failed", "{alert}", "Pushes that failed and wait");

    public static Histogram<double> PushLatency { get; } = Meter.CreateHistogram<double>("fraud.review.push.latency", "s", "From verdict to case");

    public static Counter<long> Claims { get; } = Meter.CreateCounter<long>("fraud.review.claims", "{claim}", "Leases given");

    public static Counter<long> Decisions { get; } = Meter.CreateCounter<long>("fraud.review.decisions", "{decision}", "Decisions written, by decision");

    public static Counter<long> Undone { get; } = Meter.CreateCounter<long>("fraud.review.undone", "{decision}", "Decisions taken back");

    public static Counter<long> Refused { get; } = Meter.CreateCounter<long>("fraud.review.refused", "{request}", "Claims, decisions and undos refused, by reason");

    public static Counter<long> Checkpoints { get; } = Meter.CreateCounter<long>("fraud.review.checkpoints", "{checkpoint}", "Signed checkpoints of the audit log");

    public static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
