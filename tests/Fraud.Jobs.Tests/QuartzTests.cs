using Fraud.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Jobs.Tests;

public sealed class QuartzTests : SchedulerContract
{
    protected override void Add(IServiceCollection services)
    {
        var options = new JobOptions();
        services.AddSingleton(options);
        services.AddFraudQuartz(options);
    }
}
