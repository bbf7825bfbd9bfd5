using Fraud.Posts;

namespace Fraud.Collect.Crawling;

/// <summary>
/// The hosts this process may ask now. The store lends each host to one process at a time; what is known of that is kept here, so that a process that was
/// stopped longer than its lease asks nothing more. Runs of several sources share the hosts of their process.
/// </summary>
internal sealed class HostHolds(ICrawlStore store, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Hold> _hosts = new(StringComparer.Ordinal);

    /// <summary>Name of this process among those that share the store.</summary>
    public string Owner { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():n}";

    /// <summary>Whether the host is ours at this moment.</summary>
    public bool Holds(string host)
    {
        lock (_gate)
        {
            return _hosts.TryGetValue(host, out var hold) && time.GetUtcNow() < hold.Until;
        }
    }

    /// <summary>A run was lent targets of these hosts.</summary>
    public void Took(HashSet<string> run, IEnumerable<string> hosts, DateTimeOffset until)
    {
        lock (_gate)
        {
            foreach (var host in hosts)
            {
                var hold = _hosts.GetValueOrDefault(host);
                _hosts[host] = new(hold.Runs + (run.Add(host) ? 1 : 0), hold.Until > until ? hold.Until : until);
            }
        }
    }

    /// <summary>Prolongs the hold on all hosts, and drops those another process has taken over.</summary>
    public async Task RenewAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + lease;
        var kept = (await store.RenewAsync(Owner, lease, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        lock (_gate)
        {
            foreach (var (host, hold) in _hosts.ToList())
            {
                _hosts[host] = hold with { Until = kept.Contains(host) ? until : DateTimeOffset.MinValue };
            }
        }
    }

    /// <summary>A run is over: hosts no other run of this process works on are given back.</summary>
    public async Task EndAsync(HashSet<string> run, CancellationToken cancellationToken)
    {
        List<string> free = [];
        lock (_gate)
        {
            foreach (var host in run.Where(_hosts.ContainsKey))
            {
                var hold = _hosts[host];
                if (hold.Runs > 1)
                {
                    _hosts[host] = hold with { Runs = hold.Runs - 1 };
                    continue;
                }

                _hosts.Remove(host);
                free.Add(host);
            }
        }

        if (free.Count > 0)
        {
            await store.ReleaseAsync(Owner, free, cancellationToken);
        }
    }

    private readonly record struct Hold(int Runs, DateTimeOffset Until);
}
