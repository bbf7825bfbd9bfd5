using System.ComponentModel.DataAnnotations;

namespace Fraud.Storage;

/// <summary>Days that frozen pages and clear posts are kept, by what became of the post. Masked posts, hashes, cases and audit events are kept for ever; what waits for a decision is never purged.</summary>
public sealed class RetentionOptions
{
    /// <summary>Days for posts without a case. 0 to 36,500, default 14.</summary>
    [Range(0, 36_500)]
    public int NoCaseDays { get; set; } = 14;

    /// <summary>Days after dismissal. 0 to 36,500, default 30.</summary>
    [Range(0, 36_500)]
    public int DismissedDays { get; set; } = 30;

    /// <summary>Days after "unsure". 0 to 36,500, default 180.</summary>
    [Range(0, 36_500)]
    public int UnsureDays { get; set; } = 180;

    /// <summary>Days after confirmation. 0 to 36,500, default 1,825 (five years).</summary>
    [Range(0, 36_500)]
    public int ConfirmedDays { get; set; } = 1825;

    /// <summary>Days of the crawl diary (one line a visit). 1 to 3,650, default 30.</summary>
    [Range(1, 3_650)]
    public int VisitDays { get; set; } = 30;
}
