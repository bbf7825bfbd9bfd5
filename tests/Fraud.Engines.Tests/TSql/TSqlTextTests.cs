using Fraud.Cases;
using Fraud.Contracts;
using Fraud.Posts;
using Fraud.Storage.SqlServer;
using Fraud.Testing;

namespace Fraud.Engines.Tests.TSql;

public class TSqlTextTests
{
    [Theory]
    [InlineData("SELECT a FROM T ORDER BY a LIMIT 1", "LIMIT")]
    [InlineData("SELECT a FROM T OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY", "OFFSET without ORDER BY")]
    [InlineData("SELECT a || b FROM T", "||")]
    [InlineData("SELECT EXISTS (SELECT 1)", "SELECT EXISTS")]
    [InlineData("UPDATE T WITH (READPAST, HOLDLOCK) SET a = 1", "READPAST together with HOLDLOCK")]
    [InlineData("SELECT a FROM T WHERE (a, b) > (@a, @b)", "(a, b) >")]
    [InlineData("SELECT MAX(a, b) FROM T", "MAX(a,")]
    public void What_SQL_Server_refuses_is_named(string sql, string fault) => Assert.Equal(fault, TSqlText.Fault(sql));

    [Fact]
    public void The_migrations_hold_nothing_that_SQL_Server_refuses()
    {
        Assert.SkipUnless(SqlServerEngine.Engine.Present, "SqlServer is not in this build");
        Assert.All(TSqlStore.Server.Migrations.Select(m => m.Text).Append(TSqlStore.Server.CreateVersionTable), sql => Assert.Null(TSqlText.Fault(sql) ?? TSqlText.Parse(sql)));
    }

    [Fact]
    public async Task Claiming_locks_the_row_and_passes_over_those_that_others_hold()
    {
        await using var store = TSqlStore.Open();
        await Make.CaseAsync(store);
        await store.Get<ICaseDesk>().ClaimNextAsync("ann", new(), TestContext.Current.CancellationToken);
        await store.Get<ICrawlStore>().ImportAsync(null, [Some.Post()], TestContext.Current.CancellationToken);
        await Make.JudgeAsync(store, p => Make.Assessed(p));

        foreach (var table in new[] { "FROM ReviewCase r", "FROM DetectQueue q" })
        {
            Assert.Contains(TSqlText.Statements(), s => s.Contains($"{table} WITH (UPDLOCK, READPAST, ROWLOCK)", StringComparison.Ordinal));
        }
    }
}
