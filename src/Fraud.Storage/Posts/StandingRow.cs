using Fraud.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Gathers what several tables know of a page.</summary>
internal sealed class StandingRow
{
    private TargetPart? _target;
    private HostPart _host = new();
    private PausePart? _pause;
    private VisitPart _visit = new();

    public long Id => _target?.Id ?? 0;

    public long HostTargets { get; set; }

    public void Add(TargetPart? part) => _target = part;

    public void Add(HostPart? part) => _host = part ?? _host;

    public void Add(PausePart? part) => _pause = part;

    public void Add(VisitPart? part) => _visit = part ?? _visit;

    public CrawlStanding ToStanding() => new()
    {
        Known = _target is not null,
        DueAt = Stamp.Read(_target?.DueAt),
        Depth = _target?.Depth ?? 0,
        Priority = _target?.Priority ?? 0,
        Failures = _target?.Failures ?? 0,
        Outcome = _visit.Outcome,
        Detail = _visit.Detail,
        VisitedAt = Stamp.Read(_visit.AttemptedAt),
        HostTargets = HostTargets,
        HostOwner = _host.Owner,
        HostLeasedUntil = Stamp.Read(_host.LeasedUntil),
        HostNextAt = Stamp.Read(_host.NextAt),
        HostDelay = TimeSpan.FromMilliseconds(_host.DelayMs),
        PausedAt = Stamp.Read(_pause?.PausedAt),
        PausedBy = _pause?.PausedBy ?? "",
    };

    internal sealed class TargetPart
    {
        public long Id { get; init; }

        public long? DueAt { get; init; }

        public int Depth { get; init; }

        public int Priority { get; init; }

        public int Failures { get; init; }
    }

    internal sealed class HostPart
    {
        public string Owner { get; init; } = "";

        public long LeasedUntil { get; init; }

        public long NextAt { get; init; }

        public long DelayMs { get; init; }
    }

    internal sealed class PausePart
    {
        public long PausedAt { get; init; }

        public string PausedBy { get; init; } = "";
    }

    internal sealed class VisitPart
    {
        public string Outcome { get; init; } = "";

        public string Detail { get; init; } = "";

        public long? AttemptedAt { get; init; }
    }
}
