using Fraud.Cases;
using Fraud.Review.Deciding;
using Fraud.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Fraud.Review.Tests.Deciding;

public sealed class CaseRulesTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private static readonly CaseSnapshot Open = new() { Id = 1, State = CaseState.Open };
    private static readonly DateTimeOffset Now = Some.Moment;

    [Fact]
    public void A_lease_ends_at_its_time_and_not_after_it()
    {
        var held = Open with { Holder = "ann", HeldUntil = Now, Fence = 1 };
        Assert.False(held.IsHeld(Now));
        Assert.True(held.IsHeld(Now.AddTicks(-1)));
    }

    [Fact]
    public void A_lease_that_ran_out_may_be_renewed_while_nobody_else_claimed()
    {
        var held = Open with { Holder = "ann", HeldUntil = Now.AddHours(-1), Fence = 4 };
        Assert.Equal(Now + Lease, CaseRules.Renew("ann", 4, Lease)(held, Now).After!.HeldUntil);
        Assert.Equal("lost", CaseRules.Renew("ann", 3, Lease)(held, Now).Refusal);
    }

    [Fact]
    public void An_undo_makes_the_lease_of_whoever_holds_the_case_stale()
    {
        var decided = new CaseEvent { Sequence = 1, CaseId = 1, Kind = EventKinds.Decided, Actor = "ann", At = Now, Decision = Decision.Escalate };
        var held = Open with { State = CaseState.Escalated, Holder = "lea", HeldUntil = Now + Lease, Fence = 2, Decisions = [decided] };
        var after = CaseRules.Undo("ann", "oops", mayUndoOthers: false)(held, Now).After!;
        Assert.Equal((CaseState.Open, "", 3L), (after.State, after.Holder, after.Fence));
    }

    [Fact]
    public void A_lead_does_not_escalate_what_is_escalated()
    {
        var held = Open with { State = CaseState.Escalated, Holder = "lea", HeldUntil = Now + Lease, Fence = 1 };
        var decide = new DecideCase { CaseId = 1, Fence = 1, Actor = "lea", Decision = Decision.Escalate, Reason = "x" };
        Assert.Equal("not-allowed", CaseRules.Decide(decide, mayDecideEscalated: true)(held, Now).Refusal);
    }

    /// <summary>Any run of claims, renewals, releases, decisions and undos by three people with any passage of time.</summary>
    [Fact]
    public void Whatever_people_do_the_fence_never_falls_and_only_a_running_lease_decides() =>
        Prop.ForAll(Steps().ArrayOf().ToArbitrary(), steps =>
        {
            var (now, snapshot) = (Now, Open);
            foreach (var (who, act, minutes, fence) in steps)
            {
                now = now.AddMinutes(minutes);
                var name = "abc"[who].ToString();
                var change = Rule(act, name, snapshot.Fence - fence)(snapshot, now);
                var after = change.After ?? snapshot;
                if (after.Fence < snapshot.Fence || (change.Event?.Kind == EventKinds.Decided && !(snapshot.IsHeld(now) && snapshot.Holder == name && fence == 0)))
                {
                    return false;
                }

                snapshot = Apply(after, change, now);
                if (Standing.StateAfter(Standing.Of(snapshot.Decisions) is [.., var last] ? last.Decision : null) != snapshot.State)
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static CaseSnapshot Apply(CaseSnapshot after, CaseChange change, DateTimeOffset now) =>
        change.Event is { Kind: EventKinds.Decided or EventKinds.Undone } draft
            ? after with { Decisions = [.. after.Decisions, new CaseEvent { Sequence = after.Decisions.Count + 1, CaseId = 1, Kind = draft.Kind, Actor = draft.Actor, At = now, Decision = draft.Decision }] }
            : after;

    private static CaseRule Rule(int act, string who, long fence) => act switch
    {
        0 or 1 or 2 => CaseRules.Claim(who, Lease),
        3 => CaseRules.Renew(who, fence, Lease),
        4 => CaseRules.Release(who, fence),
        5 => CaseRules.Undo(who, "oops", mayUndoOthers: who == "c"),
        _ => CaseRules.Decide(new() { CaseId = 1, Fence = fence, Actor = who, Decision = (Decision)(act % 4), Reason = "x" }, mayDecideEscalated: who == "c"),
    };

    private static Gen<(int Who, int Act, int Minutes, int Fence)> Steps() =>
        from who in Gen.Choose(0, 2)
        from act in Gen.Choose(0, 10)
        from minutes in Gen.Choose(0, 4)
        from fence in Gen.Choose(0, 1)
        select (who, act, minutes, fence);
}
