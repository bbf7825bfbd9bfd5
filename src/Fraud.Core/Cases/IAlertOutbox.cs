namespace Fraud.Cases;

/// <summary>Alerts on their way into the queue.</summary>
public interface IAlertOutbox
{
    /// <summary>Alerts due for pushing, oldest first.</summary>
    Task<IReadOnlyList<WaitingAlert>> ListWaitingAsync(int count, CancellationToken cancellationToken);

    /// <summary>Opens the case (or adds the sighting) and marks the alert pushed, in one transaction; repeating it changes nothing.</summary>
    Task<PushOutcome> OpenAsync(WaitingAlert alert, CaseMarks marks, OpeningRule rule, CancellationToken cancellationToken);

    /// <summary>Counts a failed push and makes the alert wait; it is never given up.</summary>
    Task PostponeAsync(long alertId, TimeSpan delay, CancellationToken cancellationToken);
}
