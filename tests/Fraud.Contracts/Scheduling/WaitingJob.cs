using Fraud.Jobs;
using Fraud.Work;

namespace Fraud.Contracts;

/// <summary>A job that works until it is told to end, and then takes a moment to tidy up.</summary>
public sealed class WaitingJob : IRecurringJob
{
    public TaskCompletionSource Started { get; } = new();

    public bool Ended { get; private set; }

    public string Name => "waiting";

    public string Queue => "detect";

    public TimeSpan Interval => TimeSpan.FromHours(1);

    public WorkKind? WokenBy => null;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Started.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            await Task.Delay(100, CancellationToken.None);
            Ended = true;
        }
    }
}
