using System.Diagnostics.Metrics;

namespace Fraud.Storage;

/// <summary>Counters of the store, meter "Fraud.Storage".</summary>
internal static class StorageMetrics
{
    public const string MeterName = "Fraud.Storage";

    private static readonly Meter Meter = new(MeterName);

    public static Counter<long> PostsIn { get; } = Meter.CreateCounter<long>("fraud.storage.posts.in", "{post}", "Posts offered to the store");

    public static Counter<long> PostsNew { get; } = Meter.CreateCounter<long>("fraud.storage.posts.new", "{post}", "Posts stored for the first time");

    public static Counter<long> Pages { get; } = Meter.CreateCounter<long>("fraud.storage.pages.frozen", "{page}", "Pages frozen as evidence");

    public static Counter<long> Verdicts { get; } = Meter.CreateCounter<long>("fraud.storage.verdicts", "{verdict}", "Verdicts stored");

    public static Counter<long> Alerts { get; } = Meter.CreateCounter<long>("fraud.storage.outbox.in", "{alert}", "Alerts and reviews put into the outbox");

    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("fraud.storage.retries", "{transaction}", "Transactions repeated because another writer was faster");

    public static Counter<long> Unreadable { get; } = Meter.CreateCounter<long>("fraud.storage.unreadable", "{record}", "Encrypted records that no key opens");
}
