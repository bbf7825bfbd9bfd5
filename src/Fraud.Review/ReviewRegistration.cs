using Fraud.Cases;
using Fraud.Options;
using Fraud.Review.Alerting;
using Fraud.Review.Audit;
using Fraud.Review.Campaigns;
using Fraud.Review.Queue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fraud.Review;

/// <summary>Registers the review queue.</summary>
public static class ReviewRegistration
{
    /// <summary>Adds the desk, the pusher and the audit log; they work on the ports of a store. Register it before the jobs, so that it signs the log after they stopped.</summary>
    public static IServiceCollection AddFraudReview(this IServiceCollection services, ReviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsGuard.ThrowIfInvalid(options, "Review");
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<Priority>();
        services.AddSingleton<OpeningRules>();
        services.AddSingleton<MarkMaker>();
        services.AddSingleton<Rights>();
        services.AddSingleton<AuditSigner>();
        services.AddSingleton<ICaseDesk, CaseDesk>();
        services.AddSingleton<IAlertPusher, AlertPusher>();
        services.AddSingleton<IAuditLog, AuditLog>();
        services.AddSingleton<IAuditCheckpointer, AuditCheckpointer>();
        services.AddSingleton(s => new AuditExport(s.GetRequiredService<IAuditStore>(), s.GetRequiredService<AuditSigner>(), s.GetRequiredService<IAuditCheckpointer>()));
        services.AddHostedService<CheckpointAtShutdown>();
        return services;
    }
}
