using Fraud.Jobs;
using Fraud.Work;

namespace Fraud.Contracts;

/// <summary>A job that counts its runs and how many ran at once.</summary>
public sealed class CountingJob(string name, WorkKind? wokenBy = null, Func<CancellationToken, Task>? body = null) : IRecurringJob
{
    private readonly SemaphoreSlim _ran = new(0);
    private int _running;

    public int Runs { get; private set; }

    public int MostAtOnce { get; private set; }

    public string Name => name;

    public string Queue => "detect";

    public TimeSpan Interval => TimeSpan.FromHours(1);

    public WorkKind? WokenBy => wokenBy;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _running));
        Runs++;
        try
        {
            await (body?.Invoke(cancellationToken) ?? Task.CompletedTask);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            _ran.Release();
        }
    }

    /// <summary>Waits for one more finished run.</summary>
    public async Task RanAsync() => Assert.True(await _ran.WaitAsync(TimeSpan.FromSeconds(20)), $"{name} did not run");
}
