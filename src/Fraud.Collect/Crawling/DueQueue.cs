using Fraud.Collect.Sources;
using Fraud.Posts;

namespace Fraud.Collect.Crawling;

/// <summary>
/// Hands the due targets of one run to its workers, taking them from the store in small lots, up to the budget. Hosts take turns, and none has more workers than
/// may ask it at once: a slow host keeps no one from the others.
/// </summary>
internal sealed class DueQueue(ICrawlStore store, HostHolds holds, SourceOptions source, CollectOptions collect, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    // Lines with a target ready and room for a worker, each once
    private readonly Queue<Line> _open = new();
    // What waits here and what is in work; a loan may end meanwhile, and its page must not come twice
    private readonly HashSet<string> _inHand = new(StringComparer.Ordinal);
    private TaskCompletionSource _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _budget = source.MaxPages;
    private int _inWork;
    private bool _mayBringMore = true;

    /// <summary>Hosts this run was lent.</summary>
    public HashSet<string> Hosts { get; } = new(StringComparer.Ordinal);

    /// <summary>The next target; null when nothing is due and nothing in work can bring more, or the budget is spent.</summary>
    public async Task<CrawlTarget?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task progress;
            await _gate.WaitAsync(cancellationToken);
            try
            {
                if (_open.Count == 0 && _budget > 0 && _mayBringMore)
                {
                    await RefillAsync(cancellationToken);
                }

                if (_open.TryDequeue(out var line))
                {
                    return Next(line);
                }

                if (_inHand.Count == _inWork && (_inWork == 0 || _budget == 0))
                {
                    return null;
                }

                progress = _progress.Task;
            }
            finally
            {
                _gate.Release();
            }

            // A page in work may bring new targets, and its host has room again
            await progress.WaitAsync(cancellationToken);
        }
    }

    /// <summary>A target taken before is finished.</summary>
    public async Task DoneAsync(CrawlTarget target)
    {
        await _gate.WaitAsync(CancellationToken.None);
        _inWork--;
        _inHand.Remove(target.Url);
        var line = _lines[CrawlUrl.HostOf(target.Url)];
        line.InWork--;
        Open(line);
        if (line is { InWork: 0, Ready.Count: 0 })
        {
            _lines.Remove(line.Host);
        }

        _mayBringMore = true;
        var progress = _progress;
        _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate.Release();
        progress.SetResult();
    }

    public void Dispose() => _gate.Dispose();

    private CrawlTarget Next(Line line)
    {
        line.IsOpen = false;
        line.InWork++;
        _inWork++;
        var target = line.Ready.Dequeue();
        Open(line);
        return target;
    }

    private void Open(Line line)
    {
        if (!line.IsOpen && line.Ready.Count > 0 && line.InWork < collect.Fetch.MaxConcurrentPerHost)
        {
            line.IsOpen = true;
            _open.Enqueue(line);
        }
    }

    private async Task RefillAsync(CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + collect.Lease;
        var claim = new CrawlClaim
        {
            Source = source.Name,
            Owner = holds.Owner,
            Count = Math.Min(_budget, source.Concurrency * 2),
            Lease = collect.Lease,
            Patience = collect.Fetch.MaxWait,
            Except = [.. _lines.Values.Where(l => l.Ready.Count > 0).Select(l => l.Host)],
        };
        var taken = await store.TakeDueAsync(claim, cancellationToken);
        // Until a page in work ends, asking again brings nothing
        _mayBringMore = taken.Count == claim.Count;
        holds.Took(Hosts, taken.Select(t => CrawlUrl.HostOf(t.Url)), until);
        foreach (var target in taken.Where(t => _inHand.Add(t.Url)))
        {
            var host = CrawlUrl.HostOf(target.Url);
            if (!_lines.TryGetValue(host, out var line))
            {
                _lines[host] = line = new(host);
            }

            line.Ready.Enqueue(target);
            _budget--;
            Open(line);
        }
    }

    private sealed class Line(string host)
    {
        public string Host { get; } = host;

        public Queue<CrawlTarget> Ready { get; } = new();

        public int InWork { get; set; }

        public bool IsOpen { get; set; }
    }
}
