using Fraud.Cases;

namespace Fraud.Review.Deciding;

/// <summary>
/// What may happen to a case, as pure functions. A lease gives one reviewer the right to decide until it runs out; the fence rises with every claim,
/// and a decision must carry the fence of the running lease, so that a late write of an earlier holder is refused whatever the clocks say.
/// </summary>
internal static class CaseRules
{
    /// <summary>Claims for a reviewer; claiming again what one holds gives a new fence, so that a forgotten window cannot decide.</summary>
    public static CaseRule Claim(string reviewer, TimeSpan lease) => (before, now) =>
    {
        if (IsClosed(before.State))
        {
            return CaseChange.Refused("decided");
        }

        if (before.IsHeld(now) && before.Holder != reviewer)
        {
            return CaseChange.Refused("held");
        }

        return new()
        {
            After = before with { Holder = reviewer, HeldUntil = now + lease, Fence = before.Fence + 1 },
            Event = new(EventKinds.Claimed, reviewer),
        };
    };

    /// <summary>Prolongs the lease of the same claim. One that ran out may be prolonged while nobody else has claimed: the fence proves it.</summary>
    public static CaseRule Renew(string reviewer, long fence, TimeSpan lease) => (before, now) =>
        IsClosed(before.State) ? CaseChange.Refused("decided")
        : before.Holder != reviewer || before.Fence != fence ? CaseChange.Refused("lost")
        : new() { After = before with { HeldUntil = now + lease } };

    /// <summary>Gives the lease back.</summary>
    public static CaseRule Release(string reviewer, long fence) => (before, _) =>
        before.Holder != reviewer || before.Fence != fence
            ? CaseChange.Refused("lost")
            : new() { After = Free(before), Event = new(EventKinds.Released, reviewer) };

    /// <summary>Decides under a running lease.</summary>
    public static CaseRule Decide(DecideCase decision, bool mayDecideEscalated) => (before, now) =>
    {
        if (IsClosed(before.State))
        {
            return CaseChange.Refused("already-decided");
        }

        if (before.Holder != decision.Actor || before.Fence != decision.Fence || !before.IsHeld(now))
        {
            return CaseChange.Refused("stale-lease");
        }

        if (before.State == CaseState.Escalated && (!mayDecideEscalated || decision.Decision == Decision.Escalate))
        {
            return CaseChange.Refused("not-allowed");
        }

        return new()
        {
            After = Free(before) with { State = Standing.StateAfter(decision.Decision) },
            Event = new(EventKinds.Decided, decision.Actor, decision.Reason, decision.Decision),
        };
    };

    /// <summary>Takes the newest standing decision back. The fence rises, because whoever holds the case now judged it as it stood.</summary>
    public static CaseRule Undo(string actor, string reason, bool mayUndoOthers) => (before, _) =>
    {
        var standing = Standing.Of(before.Decisions);
        if (standing.Count == 0)
        {
            return CaseChange.Refused("nothing-to-undo");
        }

        if (standing[^1].Actor != actor && !mayUndoOthers)
        {
            return CaseChange.Refused("not-allowed");
        }

        var earlier = standing.Count > 1 ? standing[^2].Decision : null;
        return new()
        {
            After = Free(before) with { State = Standing.StateAfter(earlier), Fence = before.Fence + 1 },
            Event = new(EventKinds.Undone, actor, reason, standing[^1].Decision),
        };
    };

    /// <summary>Logs that somebody opens the frozen page; the case stays as it is.</summary>
    public static CaseRule OpenEvidence(string actor, string reason) => (before, _) =>
        new() { After = before, Event = new(EventKinds.EvidenceOpened, actor, reason) };

    private static CaseSnapshot Free(CaseSnapshot before) => before with { Holder = "", HeldUntil = null };

    private static bool IsClosed(CaseState state) => state is CaseState.Confirmed or CaseState.Dismissed;
}
