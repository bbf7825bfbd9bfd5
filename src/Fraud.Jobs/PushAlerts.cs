using Fraud.Cases;
using Fraud.Work;

namespace Fraud.Jobs;

/// <summary>Brings alerts from the outbox into the queue.</summary>
internal sealed class PushAlerts(IAlertPusher pusher, JobOptions options, JobMeter meter) : IRecurringJob
{
    public string Name => "push";

    public string Queue => "alert";

    public TimeSpan Interval => options.PushEvery;

    public WorkKind? WokenBy => WorkKind.AlertsQueued;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        int pushed;
        do
        {
            pushed = await pusher.PushAsync(cancellationToken);
            meter.Pushed(pushed);
        }
        while (pushed > 0);
    }
}
