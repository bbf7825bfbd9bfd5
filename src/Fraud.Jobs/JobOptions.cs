using System.ComponentModel.DataAnnotations;

namespace Fraud.Jobs;

/// <summary>How often the jobs run; section "Fraud:Jobs".</summary>
public sealed class JobOptions
{
    /// <summary>Time between two looks at what a source owes a visit. 1 s to 1 day; default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CrawlEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time between two looks for posts to assess; new posts are assessed at once besides. 1 s to 1 h; default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan DetectEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time between two looks into the outbox; new alerts are pushed at once besides. 1 s to 1 h; default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PushEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time between two purges of expired evidence. 1 min to 7 days; default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan PurgeEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Time between two looks whether the audit log wants a signed checkpoint. 1 s to 1 day; default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CheckpointEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Posts assessed and stored in one transaction. 1 to 2,000; default 200.</summary>
    [Range(1, 2000)]
    public int DetectBatch { get; set; } = 200;

    /// <summary>How long a worker keeps a batch to itself before another may take it, which a killed worker's batch waits for. 1 s to 1 h; default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan DetectLease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a post waits that could not be assessed. 1 s to 1 day; default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan DetectRetryAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Jobs that may run at the same time. 1 to 64; default 8.</summary>
    [Range(1, 64)]
    public int MaxConcurrentJobs { get; set; } = 8;
}
