using Fraud.Work;

namespace Fraud.Jobs;

/// <summary>
/// A piece of work that comes again and again. It may be cut off at any instant and run twice: all it does is in transactions of the store.
/// What it throws is counted and logged by the scheduler, which runs it again at its next turn.
/// </summary>
public interface IRecurringJob
{
    /// <summary>Permanent name, such as "detect" or "crawl:forum".</summary>
    string Name { get; }

    /// <summary>Kind of work, for queues and metrics: "crawl", "detect", "alert", "purge", "audit".</summary>
    string Queue { get; }

    /// <summary>Longest time between two runs.</summary>
    TimeSpan Interval { get; }

    /// <summary>What makes it run before its interval is over; null for none.</summary>
    WorkKind? WokenBy { get; }

    /// <summary>Whether several processes may run it at once, because it takes its work by lease. Otherwise one turn at a time in all processes.</summary>
    bool IsShared => false;

    /// <summary>Does what there is to do.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
