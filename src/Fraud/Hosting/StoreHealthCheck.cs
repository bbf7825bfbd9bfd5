using Fraud.Cases;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fraud.Hosting;

/// <summary>Ready when the store answers.</summary>
internal sealed class StoreHealthCheck(ICaseDesk desk) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await desk.GetFiguresAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
