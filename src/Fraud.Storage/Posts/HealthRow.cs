using Fraud.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>A row of the operating view.</summary>
internal sealed class HealthRow
{
    public string Source { get; init; } = "";

    public long Targets { get; init; }

    public long Backlog { get; init; }

    public long Unvisited { get; init; }

    public long Posts { get; init; }

    public long Alerts { get; init; }

    public long Failures { get; init; }

    public long? LastSuccessAt { get; init; }

    public long? DelayMs { get; init; }

    public string? LastFault { get; init; }

    public long? NextAt { get; init; }

    public long? PausedAt { get; init; }

    public SourceHealth ToHealth() => new()
    {
        Source = Source,
        Targets = Targets,
        Backlog = Backlog,
        Unvisited = Unvisited,
        Posts = Posts,
        Alerts = Alerts,
        Failures = Failures,
        LastSuccessAt = Stamp.Read(LastSuccessAt),
        Pace = TimeSpan.FromMilliseconds(DelayMs ?? 0),
        LastFault = LastFault ?? "",
        NextAt = Stamp.Read(NextAt),
        PausedAt = Stamp.Read(PausedAt),
    };
}
