using Fraud.Contracts;

namespace Fraud.Engines.Tests.SqlServer;

public sealed class SqlServerCrawlStore() : CrawlStoreContract(SqlServerStore.Open);

public sealed class SqlServerFrontier() : FrontierContract(SqlServerStore.Open);

public sealed class SqlServerCrawlControl() : CrawlControlContract(SqlServerStore.Open);

public sealed class SqlServerDetectionStore() : DetectionStoreContract(SqlServerStore.Open);

public sealed class SqlServerAccountStore() : AccountStoreContract(SqlServerStore.Open);

public sealed class SqlServerCaseDesk() : CaseDeskContract(SqlServerStore.Open);

public sealed class SqlServerAlertOutbox() : AlertOutboxContract(SqlServerStore.Open);

public sealed class SqlServerRetention() : RetentionContract(SqlServerStore.Open);

public sealed class SqlServerSourceState() : SourceStateContract(SqlServerStore.Open);

public sealed class SqlServerAudit() : AuditContract(SqlServerStore.Open)
{
    protected override async Task UnlockAsync()
    {
        await Store.SqlAsync("DROP TRIGGER CaseEvent_NoUpdate");
        await Store.SqlAsync("DROP TRIGGER CaseEvent_NoDelete");
    }
}
