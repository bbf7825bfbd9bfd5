using Fraud.Contracts;

namespace Fraud.Storage.Tests.Sqlite;

public sealed class SqliteCrawlStore() : CrawlStoreContract(TestStore.Sqlite);

public sealed class SqliteDetectionStore() : DetectionStoreContract(TestStore.Sqlite);

public sealed class SqliteAccountStore() : AccountStoreContract(TestStore.Sqlite);
