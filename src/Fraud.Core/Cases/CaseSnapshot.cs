namespace Fraud.Cases;

/// <summary>A case as a rule sees it, read under the store's write lock.</summary>
public sealed record CaseSnapshot
{
    /// <summary>Case number.</summary>
    public required long Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseState State { get; init; }

    /// <summary>Who claimed it last and did not give it back; empty when nobody. The lease may have run out.</summary>
    public string Holder { get; init; } = "";

    /// <summary>Until when the lease runs; null when nobody holds it.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Fencing token of the last claim.</summary>
    public long Fence { get; init; }

    /// <summary>Events "case.decided" and "case.undone", oldest first.</summary>
    public IReadOnlyList<CaseEvent> Decisions { get; init; } = [];

    /// <summary>Whether somebody's lease runs at this moment.</summary>
    public bool IsHeld(DateTimeOffset now) => Holder.Length > 0 && HeldUntil > now;
}
