using Fraud.Cases;
using Fraud.Contracts;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Storage.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Tests.Sqlite;

/// <summary>What the queue asks a million times is answered along an index: no table is read whole and nothing is sorted.</summary>
public sealed class QueryPlanTests
{
    public static TheoryData<CaseFilter> Filters => new(
        new CaseFilter(),
        new CaseFilter { Label = PitchLabel.Phishing },
        new CaseFilter { Source = "a" },
        new CaseFilter { Language = "en" },
        new CaseFilter { CampaignId = 7 },
        new CaseFilter { States = [CaseState.Confirmed] },
        new CaseFilter { Label = PitchLabel.Phishing, Source = "a", Language = "en" });

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_next_free_case_is_found_along_an_index(CaseFilter filter)
    {
        await using var store = await OpenAsync();
        var query = new CaseQuery(store.Get<SqlDialect>(), filter);
        query.Args.Add("now", 0L);
        await AssertIndexedAsync(store, query.NextFree(), query.Args);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_page_is_found_along_an_index(CaseFilter filter)
    {
        await using var store = await OpenAsync();
        var query = new CaseQuery(store.Get<SqlDialect>(), filter);
        await AssertIndexedAsync(store, query.Page(3, 50), query.Args);
    }

    [Fact]
    public async Task A_search_starts_from_the_text_index()
    {
        await using var store = await OpenAsync();
        var query = new CaseQuery(store.Get<SqlDialect>(), new() { Search = "words" });
        Assert.Contains(await PlanAsync(store, query.Page(1, 50), query.Args), p => p.Contains("CaseText VIRTUAL TABLE", StringComparison.Ordinal));
        Assert.DoesNotContain(await PlanAsync(store, query.Page(1, 50), query.Args), p => p.Contains("INDEX ReviewCase_Rank", StringComparison.Ordinal));
    }

    private static async Task AssertIndexedAsync(TestStore store, string sql, object args)
    {
        var plan = await PlanAsync(store, sql, args);
        Assert.Contains(plan, p => p.Contains("SEARCH r USING", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, p => p.Contains("SCAN r", StringComparison.Ordinal));

        // The heads of the states are merged by a sort of a few rows; within a state the index gives the order
        Assert.True(plan.Count(p => p.Contains("TEMP B-TREE", StringComparison.Ordinal)) <= 1, string.Join('\n', plan));
    }

    private static async Task<List<string>> PlanAsync(TestStore store, string sql, object args) =>
        [.. (await store.SqlAsync<PlanRow>("EXPLAIN QUERY PLAN " + sql, args)).Select(p => p.Detail)];

    private static async Task<TestStore> OpenAsync()
    {
        var store = TestStore.Sqlite();
        await store.Get<ICrawlStore>().ListHealthAsync(TestContext.Current.CancellationToken);
        return store;
    }

    private sealed class PlanRow
    {
        public string Detail { get; init; } = "";
    }
}
