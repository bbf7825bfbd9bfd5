using Microsoft.Extensions.Logging;

namespace Fraud.Jobs;

/// <summary>Runs a job by name, counts the run, and keeps a failure from reaching the scheduler. Every scheduler runs jobs through it.</summary>
public sealed class JobRunner
{
    private readonly Dictionary<string, IRecurringJob> _jobs;
    private readonly JobMeter _meter;
    private readonly TimeProvider _clock;
    private readonly ILogger<JobRunner> _log;

    /// <summary>Takes all registered jobs.</summary>
    public JobRunner(IEnumerable<IRecurringJob> jobs, JobMeter meter, TimeProvider clock, ILogger<JobRunner> log)
    {
        _jobs = jobs.ToDictionary(j => j.Name);
        _meter = meter;
        _clock = clock;
        _log = log;
    }

    /// <summary>All jobs.</summary>
    public IReadOnlyCollection<IRecurringJob> Jobs => _jobs.Values;

    /// <summary>Runs one job; a fault is logged and counted, and the next turn tries again. False when it failed or is unknown.</summary>
    public async Task<bool> RunAsync(string name, CancellationToken cancellationToken)
    {
        if (!_jobs.TryGetValue(name, out var job))
        {
            return false;
        }

        var began = _clock.GetTimestamp();
        var succeeded = false;
        try
        {
            await job.RunAsync(cancellationToken);
            succeeded = true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A stop is no failure: what was not finished is found again at the next start
            succeeded = true;
        }
        catch (Exception e)
        {
            // A job must not take the scheduler down with it
            _log.JobFailed(name, e);
        }

        _meter.Ran(job.Queue, succeeded, _clock.GetElapsedTime(began));
        return succeeded;
    }
}
