using System.Diagnostics.Metrics;

namespace Fraud.Storage;

/// <summary>Counters of the store, meter "Fraud.Storage".</summary>
internal static class StorageMetrics
{
    public const string MeterName = "Fraud.Storage";

    private static readonly Meter Meter = new(MeterName);

    public static Counter<long> PostsIn { get; } = Meter.CreateCounter<long>("fraud.storage.posts.in", "posts", "Posts offered to the store");

    public static Counter<long> PostsNew { get; } = Meter.CreateCounter<long>("fraud.storage.posts.new", "posts", "Posts stored for the first time");

    public static Counter<long> Pages { get; } = Meter.CreateCounter<long>("fraud.storage.pages.frozen", "pages", "Pages frozen as evidence");

    public static Counter<long> Verdicts { get; } = Meter.CreateCounter<long>("fraud.storage.verdicts", "verdicts", "Verdicts stored");

    public static Counter<long> Alerts { get; } = Meter.CreateCounter<long>("fraud.storage.outbox.in", "alerts", "Alerts and reviews put into the outbox");

    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("fraud.storage.retries", "transactions", "Transactions repeated because another writer was faster");

    public static Counter<long> Unreadable { get; } = Meter.CreateCounter<long>("fraud.storage.unreadable", "records", "Encrypted records that no key opens");
}
