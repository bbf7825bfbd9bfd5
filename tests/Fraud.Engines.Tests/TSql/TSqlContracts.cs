using Fraud.Contracts;

namespace Fraud.Engines.Tests.TSql;

public sealed class TSqlCrawlStore() : CrawlStoreContract(TSqlStore.Open);

public sealed class TSqlFrontier() : FrontierContract(TSqlStore.Open);

public sealed class TSqlCrawlControl() : CrawlControlContract(TSqlStore.Open);

public sealed class TSqlSourceState() : SourceStateContract(TSqlStore.Open);

public sealed class TSqlDetectionStore() : DetectionStoreContract(TSqlStore.Open);

public sealed class TSqlAccountStore() : AccountStoreContract(TSqlStore.Open);

public sealed class TSqlCaseDesk() : CaseDeskContract(TSqlStore.Open);

public sealed class TSqlAlertOutbox() : AlertOutboxContract(TSqlStore.Open);

public sealed class TSqlRetention() : RetentionContract(TSqlStore.Open);

public sealed class TSqlAudit() : AuditContract(TSqlStore.Open)
{
    protected override async Task UnlockAsync()
    {
        await Store.SqlAsync("DROP TRIGGER CaseEvent_NoUpdate");
        await Store.SqlAsync("DROP TRIGGER CaseEvent_NoDelete");
    }
}
