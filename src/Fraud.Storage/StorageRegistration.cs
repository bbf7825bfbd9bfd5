using Fraud.Accounts;
using Fraud.Cases;
using Fraud.Findings;
using Fraud.Options;
using Fraud.Posts;
using Fraud.Secrets;
using Fraud.Storage.Accounts;
using Fraud.Storage.Cases;
using Fraud.Storage.Findings;
using Fraud.Storage.Posts;
using Fraud.Storage.Retention;
using Fraud.Storage.Secrets;
using Fraud.Storage.Sql;
using Fraud.Storage.Sqlite;
using Fraud.Work;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Fraud.Storage;

/// <summary>Registers the store.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds all ports of the store, on SQLite unless <paramref name="dialect"/> names another engine, and Data Protection with its keys in the data folder.
    /// The host registers <see cref="Text.ISecretMasker"/>. The schema is brought up to date at the first use.
    /// </summary>
    public static IServiceCollection AddFraudStorage(this IServiceCollection services, StorageOptions options, Func<IServiceProvider, SqlDialect>? dialect = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsGuard.ThrowIfInvalid(options, "Storage");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IWorkSignal, NoSignal>();
        services.AddSingleton(options);
        services.AddSingleton(dialect ?? (_ => OpenSqlite(options)));
        services.AddSingleton<Database>();
        services.AddSingleton<GroupWriter>();
        AddKeys(services, options);
        services.AddSingleton<ICrawlStore, CrawlStore>();
        services.AddSingleton<ICrawlControl, CrawlControl>();
        services.AddSingleton<IPageArchive, PageArchive>();
        services.AddSingleton<ISourceStateStore, SourceStateStore>();
        services.AddSingleton<IPostWithdrawal, PostWithdrawal>();
        services.AddSingleton<IDetectionStore, DetectionStore>();
        services.AddSingleton<ICaseStore, CaseStore>();
        services.AddSingleton<IAlertOutbox, AlertOutbox>();
        services.AddSingleton<IConfirmedCases, ConfirmedCases>();
        services.AddSingleton<CheckpointFile>();
        services.AddSingleton<IAuditStore, AuditStore>();
        services.AddSingleton<IAccountStore, AccountStore>();
        services.AddSingleton<IRetention, RetentionStore>();
        return services;
    }

    private static void AddKeys(IServiceCollection services, StorageOptions options)
    {
        // Encrypts and authenticates in one pass, a tenth of the time the default takes; keys made before keep theirs
        services.AddDataProtection().SetApplicationName("Fraud").UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory>((keys, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(
                new(DataFolder.Ensure(Path.Combine(DataFolder.Ensure(Path.Combine(options.Folder, "keys")), "protection"))), loggers));
        // It warns that key files are not encrypted; theirs is the mode 0600 in a folder of mode 0700
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddSingleton<Sealer>();
        services.AddSingleton<IKeyVault, KeyVault>();
    }

    private static SqliteDialect OpenSqlite(StorageOptions options)
    {
        var file = Path.Combine(DataFolder.Ensure(options.Folder), options.DatabaseFile);
        try
        {
            if (!File.Exists(file))
            {
                // An empty file is an empty database; made here so that only the service's account may read it
                DataFolder.TryCreate(file, []);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first use of the database says what is wrong with the place
        }

        return new(options);
    }

    private sealed class NoSignal : IWorkSignal
    {
        public void Ready(WorkKind kind)
        {
        }
    }
}
