using Fraud.Contracts;

namespace Fraud.Storage.Tests.Sqlite;

public sealed class SqliteCrawlStore() : CrawlStoreContract(TestStore.Sqlite);

public sealed class SqliteFrontier() : FrontierContract(TestStore.Sqlite);

public sealed class SqliteCrawlControl() : CrawlControlContract(TestStore.Sqlite);

public sealed class SqliteDetectionStore() : DetectionStoreContract(TestStore.Sqlite);

public sealed class SqliteAccountStore() : AccountStoreContract(TestStore.Sqlite);

public sealed class SqliteCaseDesk() : CaseDeskContract(TestStore.Sqlite);

public sealed class SqliteAlertOutbox() : AlertOutboxContract(TestStore.Sqlite);

public sealed class SqliteRetention() : RetentionContract(TestStore.Sqlite);

public sealed class SqliteSourceState() : SourceStateContract(TestStore.Sqlite);

public sealed class SqliteAudit() : AuditContract(TestStore.Sqlite)
{
    protected override async Task UnlockAsync()
    {
        await Store.SqlAsync("DROP TRIGGER CaseEvent_NoUpdate");
        await Store.SqlAsync("DROP TRIGGER CaseEvent_NoDelete");
    }
}
