using Fraud.Posts;

namespace Fraud.Testing;

/// <summary>A crawl store that forgets at the end of the test.</summary>
public sealed class MemoryCrawlStore(TimeProvider? time = null) : ICrawlStore
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Dictionary<(string, string), Entry> _targets = [];
    private readonly Dictionary<string, Post> _posts = [];

    /// <summary>Every visit, in order.</summary>
    public List<CrawlVisit> Visits { get; } = [];

    /// <summary>Pages of visits and imports.</summary>
    public List<PageCapture> Pages { get; } = [];

    /// <summary>Posts stored, each once.</summary>
    public IReadOnlyList<Post> Posts
    {
        get
        {
            lock (_gate)
            {
                return [.. _posts.Values];
            }
        }
    }

    /// <summary>Runs before each visit is stored; may throw.</summary>
    public Action<CrawlVisit>? OnComplete { get; set; }

    /// <inheritdoc/>
    public Task AddTargetsAsync(IReadOnlyList<CrawlTarget> targets, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Add(targets);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CrawlTarget>> TakeDueAsync(CrawlClaim claim, CancellationToken cancellationToken)
    {
        var (source, count, lease) = (claim.Source, claim.Count, claim.Lease);
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var due = _targets.Values.Where(e => e.Target.Source == source && e.DueAt <= now && e.LeasedUntil <= now && !claim.Except.Contains(CrawlUrl.HostOf(e.Target.Url))).Take(count).ToList();
            due.ForEach(e => e.LeasedUntil = now + lease);
            return Task.FromResult<IReadOnlyList<CrawlTarget>>([.. due.Select(e => e.Target)]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> RenewAsync(string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<string>>([.. _targets.Keys.Select(k => CrawlUrl.HostOf(k.Item2)).Distinct()]);
        }
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string owner, IReadOnlyList<string> hosts, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<int> CompleteAsync(CrawlVisit visit, CancellationToken cancellationToken)
    {
        OnComplete?.Invoke(visit);
        lock (_gate)
        {
            Visits.Add(visit);
            Add(visit.Discovered);
            var failed = visit.Outcome is not ("stored" or "unchanged");
            _targets[(visit.Target.Source, visit.Target.Url)] = new()
            {
                Target = visit.Target with { Interval = visit.Interval, TextHash = visit.Fingerprint?.TextHash ?? visit.Target.TextHash, ETag = visit.ETag, LastModified = visit.LastModified, Failures = failed ? visit.Target.Failures + 1 : 0 },
                DueAt = visit.DueAgainAt ?? DateTimeOffset.MaxValue,
            };
            return Store(visit.Page, visit.Posts);
        }
    }

    /// <inheritdoc/>
    public Task<int> ImportAsync(PageCapture? page, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Store(page, posts);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SourceHealth>> ListHealthAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SourceHealth>>([]);

    private void Add(IEnumerable<CrawlTarget> targets)
    {
        foreach (var target in targets)
        {
            _targets.TryAdd((target.Source, target.Url), new() { Target = target, DueAt = DateTimeOffset.MinValue });
        }
    }

    private Task<int> Store(PageCapture? page, IReadOnlyList<Post> posts)
    {
        if (page is not null)
        {
            Pages.Add(page);
        }

        return Task.FromResult(posts.Count(p => _posts.TryAdd(p.DedupeKey, p)));
    }

    private sealed class Entry
    {
        public required CrawlTarget Target { get; init; }

        public DateTimeOffset DueAt { get; init; }

        public DateTimeOffset LeasedUntil { get; set; } = DateTimeOffset.MinValue;
    }
}
