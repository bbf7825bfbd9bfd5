using System.ComponentModel.DataAnnotations;

namespace Fraud.Review;

/// <summary>How the queue works.</summary>
public sealed class ReviewOptions
{
    /// <summary>How long a claimed case is held without renewal, in seconds. 30 to 3,600, default 180.</summary>
    [Range(30, 3_600)]
    public int LeaseSeconds { get; set; } = 180;

    /// <summary>Hours within which every case shall be looked at: after four fifths of them it goes before anything new. 1 to 8,760, default 72.</summary>
    [Range(1, 8_760)]
    public int TargetHours { get; set; } = 72;

    /// <summary>Share of equal character runs from which two texts count as one campaign. 0.3 to 1, default 0.5.</summary>
    [Range(0.3, 1)]
    public double NearDuplicate { get; set; } = 0.5;

    /// <summary>Events after which the audit log is signed. 1 to 100,000, default 100.</summary>
    [Range(1, 100_000)]
    public int CheckpointEvents { get; set; } = 100;

    /// <summary>Alerts read from the outbox at a time. 1 to 10,000, default 100.</summary>
    [Range(1, 10_000)]
    public int PushBatch { get; set; } = 100;

    /// <summary>Wait after the first failed push of an alert, in seconds; doubles with each failure up to an hour. 1 to 3,600, default 5.</summary>
    [Range(1, 3_600)]
    public int PostponeSeconds { get; set; } = 5;
}
