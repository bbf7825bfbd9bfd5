namespace Fraud.Work;

/// <summary>What has just become ready for the next stage.</summary>
public enum WorkKind
{
    /// <summary>New posts wait for detection.</summary>
    PostsStored,

    /// <summary>New alerts wait to become cases.</summary>
    AlertsQueued,

    /// <summary>The audit log has grown.</summary>
    EventsWritten,
}
