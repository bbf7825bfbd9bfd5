using Hangfire;
using Hangfire.Storage;

namespace Fraud.Jobs.Hangfire;

/// <summary>One turn of one job, on whichever worker takes it; two turns of one job at once only where the job takes its work by lease.</summary>
internal sealed class HangfireTurn(JobRunner runner, JobStorage storage, TurnLocks locks)
{
    /// <summary>Runs the job, or leaves when another worker is at it: that one sees the same work.</summary>
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [15, 60, 300], OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    [JobDisplayName("{0}")]
    public async Task RunAsync(string job, CancellationToken cancellationToken)
    {
        // A source that was taken out of the configuration may have left a turn behind
        if (runner.Jobs.FirstOrDefault(j => j.Name == job) is not { } known)
        {
            return;
        }

        using var connection = storage.GetConnection();
        using var held = known.IsShared ? connection : TryHold(connection, job);
        using var turn = held is null ? null : locks.TryTake(known);
        if (turn is not null && !await runner.RunAsync(job, cancellationToken))
        {
            throw new JobFailedException(job);
        }
    }

    private static IDisposable? TryHold(IStorageConnection connection, string job)
    {
        try
        {
            return connection.AcquireDistributedLock($"fraud:{job}", TimeSpan.Zero);
        }
        catch (DistributedLockTimeoutException)
        {
            return null;
        }
    }
}
