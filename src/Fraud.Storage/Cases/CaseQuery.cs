using Dapper;
using Fraud.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>SQL for a filter of the queue. Each state is read along its own index in order of rank, and the heads are merged: nothing is sorted.</summary>
internal sealed class CaseQuery
{
    private readonly SqlDialect _dialect;
    private readonly List<string> _conditions = [];
    private readonly IReadOnlyList<CaseState> _states;
    private readonly bool _tallied;

    // As an expression it matches no index, which leaves the planner the one that answers the search
    private readonly string _state = "r.State";

    public CaseQuery(SqlDialect dialect, CaseFilter filter)
    {
        _dialect = dialect;
        _states = filter.States.Count == 0 ? [CaseState.Open, CaseState.Escalated] : [.. filter.States.Distinct()];
        _tallied = filter.CampaignId is null && string.IsNullOrWhiteSpace(filter.Search);
        Add(filter.Label is not null, "r.Label = @Label", "Label", (int?)filter.Label);
        Add(filter.Source.Length > 0, "r.Source = @Source", "Source", filter.Source);
        Add(filter.Language.Length > 0, "r.Language = @Language", "Language", filter.Language);
        Add(filter.CampaignId is not null, "r.CampaignId = @CampaignId", "CampaignId", filter.CampaignId);
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var search = dialect.Search(filter.Search);
            _state = search.Indexed ? "r.State + 0" : _state;
            Add(true, search.Condition, "Search", search.Search);
        }
    }

    public DynamicParameters Args { get; } = new();

    private string Conditions => string.Concat(_conditions.Select(c => " AND " + c));

    /// <summary>Number of cases that fit; from the tally where it has the answer.</summary>
    public string Total() => _tallied
        ? $"SELECT COALESCE(SUM(r.Cases), 0) FROM CaseTally r WHERE r.State IN ({StateList()}){Conditions}"
        : $"SELECT COUNT(*) FROM ReviewCase r WHERE {_state} IN ({StateList()}){Conditions}";

    /// <summary>Ids of one page, highest rank first.</summary>
    public string Page(int page, int size)
    {
        Args.Add("Size", size);
        Args.Add("Skip", (page - 1L) * size);
        Args.Add("Head", (long)page * size);
        return $"SELECT x.Id FROM ({Heads("", "@Head", "")}) x ORDER BY x.Rank DESC, x.Id {_dialect.Limit("@Size", "@Skip")}";
    }

    /// <summary>Id of the free case of highest rank; @now is the caller's.</summary>
    public string NextFree() => $"SELECT x.Id FROM ({Heads(" AND r.HeldUntil <= @now", "1", _dialect.ClaimHint)}) x ORDER BY x.Rank DESC, x.Id {_dialect.Limit("1")}";

    private string Heads(string also, string count, string hint) => string.Join(
        " UNION ALL ",
        _states.Select(state =>
            $"SELECT h{(int)state}.Id, h{(int)state}.Rank FROM (SELECT r.Id, r.Rank FROM ReviewCase r{hint} WHERE {_state} = {(int)state}{also}{Conditions} ORDER BY r.Rank DESC, r.Id {_dialect.Limit(count)}) h{(int)state}"));

    private string StateList() => string.Join(", ", _states.Select(s => (int)s));

    private void Add(bool wanted, string condition, string name, object? value)
    {
        if (wanted)
        {
            _conditions.Add(condition);
            Args.Add(name, value);
        }
    }
}
