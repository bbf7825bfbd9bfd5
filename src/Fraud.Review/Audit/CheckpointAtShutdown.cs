using Fraud.Cases;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fraud.Review.Audit;

/// <summary>Signs what has come since the last checkpoint when the service stops.</summary>
internal sealed class CheckpointAtShutdown(IAuditCheckpointer checkpointer, ILogger<CheckpointAtShutdown> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await checkpointer.CheckpointAsync(force: true, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The other parts must still be able to stop; the next start signs what is open
            Log.CheckpointFailed(logger, e);
        }
    }
}
