using Fraud.Collect;
using Fraud.Findings;
using Fraud.Jobs;
using Fraud.Jobs.Hangfire;
using Fraud.Report;
using Fraud.Review;
using Fraud.Secrets;
using Fraud.Storage;
using Fraud.Storage.SqlServer;
using Fraud.Text;

namespace Fraud.Hosting;

/// <summary>What the product consists of. Each capability's options are its section below "Fraud".</summary>
internal static class Capabilities
{
    /// <summary>Names and classes of the sections.</summary>
    public static IReadOnlyList<(string Name, Type Options)> Sections { get; } =
    [
        ("Storage", typeof(StorageOptions)),
        ("Collect", typeof(CollectOptions)),
        ("Review", typeof(ReviewOptions)),
        ("Jobs", typeof(JobOptions)),
        ("Report", typeof(ReportOptions)),
        ("SqlServer", typeof(SqlServerOptions)),
        ("Hangfire", typeof(HangfireOptions)),
    ];

    /// <summary>Everything but a scheduler: what a command needs that works on the store.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration, FraudSettings settings)
    {
        var storage = Section<StorageOptions>(configuration, "Storage");
        storage.Folder = settings.DataPath;
        ServerEdition.AddStore(services, settings, storage, Section<SqlServerOptions>(configuration, "SqlServer"));
        AddDetection(services, settings);
        var collect = Section<CollectOptions>(configuration, "Collect");
        services.AddFraudCollect(collect);
        // Before the jobs, so that it signs the audit log after they stopped
        services.AddFraudReview(Section<ReviewOptions>(configuration, "Review"));
        services.AddFraudJobs(Section<JobOptions>(configuration, "Jobs"), collect.Sources.Where(c => c.Enabled).Select(c => c.Name));
        services.AddFraudReport(Section<ReportOptions>(configuration, "Report"));
    }

    /// <summary>The scheduler, for the process that runs the jobs.</summary>
    public static void AddScheduler(IServiceCollection services, IConfiguration configuration, FraudSettings settings) =>
        ServerEdition.AddScheduler(
            services, settings, Section<JobOptions>(configuration, "Jobs"), Section<HangfireOptions>(configuration, "Hangfire"), Section<SqlServerOptions>(configuration, "SqlServer"));

    private static void AddDetection(IServiceCollection services, FraudSettings settings)
    {
        services.AddSingleton(p => new LiveDetection(settings, p.GetRequiredService<IKeyVault>()));
        services.AddSingleton<IAssessor>(p => p.GetRequiredService<LiveDetection>());
        services.AddSingleton<ISecretMasker>(p => p.GetRequiredService<LiveDetection>());
        services.AddHostedService(p => new ModelsWatch(p.GetRequiredService<LiveDetection>(), settings, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<ModelsWatch>>()));
    }

    private static T Section<T>(IConfiguration configuration, string name)
        where T : new() => configuration.GetSection($"{FraudSettings.Section}:{name}").Get<T>() ?? new();
}
