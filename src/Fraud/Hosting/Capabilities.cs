using Fraud.Collect;
using Fraud.Report;
using Fraud.Storage;

namespace Fraud.Hosting;

/// <summary>What the product consists of. Each capability's options are its section below "Fraud".</summary>
internal static class Capabilities
{
    public static void Add(IServiceCollection services, IConfiguration configuration, FraudSettings settings)
    {
        var storage = Section<StorageOptions>(configuration, "Storage");
        storage.Folder = settings.DataPath;
        services.AddFraudStorage(storage);
        services.AddFraudCollect(Section<CollectOptions>(configuration, "Collect"));
        services.AddFraudReport(Section<ReportOptions>(configuration, "Report"));
    }

    private static T Section<T>(IConfiguration configuration, string name)
        where T : new() => configuration.GetSection($"{FraudSettings.Section}:{name}").Get<T>() ?? new();
}
