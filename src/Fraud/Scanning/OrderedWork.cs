using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Fraud.Scanning;

/// <summary>Work on several threads whose results come in the order of the input. Holds a bounded number of results.</summary>
internal static class OrderedWork
{
    // How far the fast ones may run ahead of a slow one
    private const int Ahead = 4096;

    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work, int workers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = Channel.CreateBounded<Task<TResult>>(Ahead);
        var feeding = FeedAsync(items, work, workers, results.Writer, stop.Token);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellationToken))
            {
                yield return await result;
            }

            await feeding;
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private static Task FeedAsync<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work, int workers, ChannelWriter<Task<TResult>> results, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            using var free = new SemaphoreSlim(workers);
            try
            {
                foreach (var item in items)
                {
                    await free.WaitAsync(cancellationToken);
                    await results.WriteAsync(Task.Run(() => Do(item), CancellationToken.None), cancellationToken);
                }

                // The gate is theirs until the last one is through
                for (var i = 0; i < workers; i++)
                {
                    await free.WaitAsync(cancellationToken);
                }

                results.Complete();
            }
            catch (Exception e)
            {
                // Told to the one who reads the results
                results.Complete(e);
            }

            TResult Do(TItem item)
            {
                try
                {
                    return work(item);
                }
                finally
                {
                    free.Release();
                }
            }
        },
        CancellationToken.None);
}
