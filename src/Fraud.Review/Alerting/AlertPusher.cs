using Fraud.Cases;
using Fraud.Review.Campaigns;
using Microsoft.Extensions.Logging;

namespace Fraud.Review.Alerting;

/// <summary>Brings alerts from the outbox into the queue, each in a transaction of its own.</summary>
internal sealed class AlertPusher(IAlertOutbox outbox, MarkMaker marker, OpeningRules rules, ReviewOptions options, TimeProvider clock, ILogger<AlertPusher> logger) : IAlertPusher
{
    public async Task<int> PushAsync(CancellationToken cancellationToken)
    {
        for (var total = 0; ;)
        {
            var waiting = await outbox.ListWaitingAsync(options.PushBatch, cancellationToken);
            var pushed = 0;
            foreach (var alert in waiting)
            {
                cancellationToken.ThrowIfCancellationRequested();
                pushed += await TryPushAsync(alert, cancellationToken) ? 1 : 0;
            }

            total += pushed;
            if (waiting.Count < options.PushBatch)
            {
                return total;
            }
        }
    }

    private async Task<bool> TryPushAsync(WaitingAlert alert, CancellationToken cancellationToken)
    {
        try
        {
            var marks = marker.Make(alert.Assessed);
            var outcome = await outbox.OpenAsync(alert, marks, rules.For(alert.Assessed, marks), cancellationToken);
            ReviewMetrics.Pushed.Add(1, ReviewMetrics.Tag("outcome", outcome.ToString()));
            ReviewMetrics.PushLatency.Record((clock.GetUtcNow() - alert.QueuedAt).TotalSeconds);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One alert that cannot be pushed must not hold up the others; a broken store makes the next line throw and ends the run
            Log.PushFailed(logger, e, alert.Id);
            ReviewMetrics.PushFailed.Add(1);
            await outbox.PostponeAsync(alert.Id, Delay(alert.Attempts), cancellationToken);
            return false;
        }
    }

    private TimeSpan Delay(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, options.PostponeSeconds * Math.Pow(2, Math.Min(attempts, 20))));
}
