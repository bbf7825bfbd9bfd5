using Fraud.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>A row of CaseEvent.</summary>
internal sealed class EventRow
{
    public const string Columns = "Sequence, CaseId, Kind, Actor, HappenedAt, Decision, Reason, Hash";

    public long Sequence { get; init; }

    public long CaseId { get; init; }

    public string Kind { get; init; } = "";

    public string Actor { get; init; } = "";

    public long HappenedAt { get; init; }

    public string Decision { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Hash { get; init; } = "";

    public CaseEvent ToEvent() => new()
    {
        Sequence = Sequence,
        CaseId = CaseId,
        Kind = Kind,
        Actor = Actor,
        At = Stamp.Read(HappenedAt),
        Reason = Reason,
        Decision = DecisionWords.Parse(Decision),
        Hash = Hash,
    };
}
