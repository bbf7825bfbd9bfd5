using System.Collections.Concurrent;

namespace Fraud.Storage.Sql;

/// <summary>
/// Writes what several callers have ready at once in one transaction, so that they share one flush to the disk. Each caller is answered only after the commit that holds its work.
/// When a group fails, each work of it is tried alone, so that one caller's fault is no other's.
/// </summary>
internal sealed class GroupWriter(Database database) : IDisposable
{
    private const int Most = 64;
    private readonly ConcurrentQueue<Entry> _waiting = [];
    private readonly SemaphoreSlim _leader = new(1, 1);

    /// <summary>Runs a work that writes, at once or with others; like all works it may run more than once before it is committed.</summary>
    public async Task<int> WriteAsync(Func<Session, Task<int>> work, CancellationToken cancellationToken)
    {
        if (!database.Dialect.SingleWriter)
        {
            return await database.WriteAsync(work, cancellationToken);
        }

        var entry = new Entry(work);
        _waiting.Enqueue(entry);
        try
        {
            await _leader.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (entry.TryTake())
        {
            // Nobody has begun it
            throw;
        }
        catch (OperationCanceledException)
        {
            return await entry.Answer.Task;
        }

        try
        {
            // Whoever leads writes for all that wait, group by group until its own work is done; one whose work was done meanwhile does nothing
            while (!entry.Answer.Task.IsCompleted)
            {
                await LeadAsync(Take());
            }
        }
        finally
        {
            _leader.Release();
        }

        return await entry.Answer.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => _leader.Dispose();

    private List<Entry> Take()
    {
        var group = new List<Entry>();
        while (group.Count < Most && _waiting.TryDequeue(out var entry))
        {
            if (entry.TryTake())
            {
                group.Add(entry);
            }
        }

        return group;
    }

    // Not the leader's token: the others' works are in it too
    private async Task LeadAsync(List<Entry> group)
    {
        if (group.Count > 1 && await TryTogetherAsync(group))
        {
            return;
        }

        foreach (var entry in group)
        {
            try
            {
                entry.Answer.SetResult(await database.WriteAsync(entry.Work, CancellationToken.None));
            }
            catch (Exception e)
            {
                // Its caller's to handle
                entry.Answer.SetException(e);
            }
        }
    }

    private async Task<bool> TryTogetherAsync(List<Entry> group)
    {
        try
        {
            var answers = await database.WriteAsync(
                async s =>
                {
                    var given = new int[group.Count];
                    for (var i = 0; i < given.Length; i++)
                    {
                        given[i] = await group[i].Work(s);
                    }

                    return given;
                },
                CancellationToken.None);
            for (var i = 0; i < answers.Length; i++)
            {
                group[i].Answer.SetResult(answers[i]);
            }

            return true;
        }
        catch (Exception)
        {
            // Whichever it was will say so alone
            return false;
        }
    }

    private sealed class Entry(Func<Session, Task<int>> work)
    {
        private int _taken;

        public Func<Session, Task<int>> Work => work;

        public TaskCompletionSource<int> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;
    }
}
