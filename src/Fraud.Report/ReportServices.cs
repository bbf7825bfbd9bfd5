using Fraud.Options;
using Fraud.Report.Formats;
using Fraud.Report.Formats.Misp;
using Fraud.Report.Formats.Stix;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fraud.Report;

/// <summary>Puts reporting into a host.</summary>
public static class ReportServices
{
    /// <summary>Adds the report maker and every format. Cases, audit store, key vault and masker are the host's.</summary>
    public static IServiceCollection AddFraudReport(this IServiceCollection services, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsGuard.ThrowIfInvalid(options, "Report");
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IReportFormat, CsvFormat>(),
            ServiceDescriptor.Singleton<IReportFormat, JsonLinesFormat>(),
            ServiceDescriptor.Singleton<IReportFormat, StixFormat>(),
            ServiceDescriptor.Singleton<IReportFormat, MispFormat>(),
            ServiceDescriptor.Singleton<IReportFormat, XarfFormat>(),
            ServiceDescriptor.Singleton<IReportFormat, DsaFormat>(),
            ServiceDescriptor.Singleton<IReportFormat, KeyNoticeFormat>(),
        ]);
        services.TryAddScoped<ReportMaker>();
        return services;
    }
}
