using Fraud.Collect.Sources;
using Fraud.Posts;

namespace Fraud.Collect.Crawling;

/// <summary>Hands the due targets of one run to its workers, taking them from the store in small lots, up to the budget.</summary>
internal sealed class DueQueue(ICrawlStore store, HostHolds holds, SourceOptions source, CollectOptions collect, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Queue<CrawlTarget> _ready = new();
    // A loan may end while its page still waits here; it must not come twice
    private readonly HashSet<string> _inHand = new(StringComparer.Ordinal);
    private TaskCompletionSource _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _budget = source.MaxPages;
    private int _inWork;

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
                if (_ready.Count == 0 && _budget > 0)
                {
                    await RefillAsync(cancellationToken);
                }

                if (_ready.TryDequeue(out var target))
                {
                    _inWork++;
                    return target;
                }

                if (_inWork == 0 || _budget == 0)
                {
                    return null;
                }

                progress = _progress.Task;
            }
            finally
            {
                _gate.Release();
            }

            // A page in work may bring new targets
            await progress.WaitAsync(cancellationToken);
        }
    }

    /// <summary>A target taken before is finished.</summary>
    public async Task DoneAsync(CrawlTarget target)
    {
        await _gate.WaitAsync(CancellationToken.None);
        _inWork--;
        _inHand.Remove(target.Url);
        var progress = _progress;
        _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate.Release();
        progress.SetResult();
    }

    public void Dispose() => _gate.Dispose();

    private async Task RefillAsync(CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + collect.Lease;
        var claim = new CrawlClaim { Source = source.Name, Owner = holds.Owner, Count = Math.Min(_budget, source.Concurrency * 2), Lease = collect.Lease, Patience = collect.Fetch.MaxWait };
        var taken = await store.TakeDueAsync(claim, cancellationToken);
        holds.Took(Hosts, taken.Select(t => CrawlUrl.HostOf(t.Url)), until);
        foreach (var target in taken.Where(t => _inHand.Add(t.Url)))
        {
            _ready.Enqueue(target);
            _budget--;
        }
    }
}
