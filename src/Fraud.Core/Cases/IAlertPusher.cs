namespace Fraud.Cases;

/// <summary>Brings alerts from the outbox into the queue.</summary>
public interface IAlertPusher
{
    /// <summary>Pushes all alerts that are due; one that fails waits and does not stop the others. Returns how many were pushed.</summary>
    Task<int> PushAsync(CancellationToken cancellationToken);
}
