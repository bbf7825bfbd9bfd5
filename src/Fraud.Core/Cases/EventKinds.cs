namespace Fraud.Cases;

/// <summary>Permanent names of the events of the audit log.</summary>
public static class EventKinds
{
    /// <summary>An alert became a case.</summary>
    public const string Opened = "case.opened";

    /// <summary>A newer model or policy judged the post of an undecided case.</summary>
    public const string Reassessed = "case.reassessed";

    /// <summary>The case was linked into a campaign.</summary>
    public const string Linked = "case.linked";

    /// <summary>The key of the case was seen in another post.</summary>
    public const string SightingAdded = "case.sighting-added";

    /// <summary>A reviewer took the case.</summary>
    public const string Claimed = "case.claimed";

    /// <summary>A reviewer gave the case back.</summary>
    public const string Released = "case.released";

    /// <summary>A reviewer decided.</summary>
    public const string Decided = "case.decided";

    /// <summary>A decision was taken back.</summary>
    public const string Undone = "case.undone";

    /// <summary>Somebody opened the frozen page.</summary>
    public const string EvidenceOpened = "evidence.opened";

    /// <summary>Frozen pages were written to a file; the event belongs to no case (id 0).</summary>
    public const string EvidenceExported = "evidence.exported";

    /// <summary>Expired evidence was destroyed; the event belongs to no case (id 0).</summary>
    public const string Purged = "retention.purged";
}
