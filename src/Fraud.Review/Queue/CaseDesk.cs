using Fraud.Accounts;
using Fraud.Cases;
using Fraud.Posts;
using Fraud.Review.Alerting;
using Fraud.Review.Deciding;

namespace Fraud.Review.Queue;

/// <summary>The review queue over the store: who may do what, for how long, and why a case stands where it stands.</summary>
internal sealed class CaseDesk(ICaseStore store, Rights rights, Priority priority, ReviewOptions options, TimeProvider clock) : ICaseDesk
{
    private readonly TimeSpan _lease = TimeSpan.FromSeconds(options.LeaseSeconds);

    public async Task<CasePage> ListAsync(CaseFilter filter, CancellationToken cancellationToken)
    {
        var page = await store.ListAsync(filter, cancellationToken);
        return page with { Cases = Explain(page.Cases) };
    }

    public async Task<CaseDetail?> FindAsync(long caseId, CancellationToken cancellationToken)
    {
        var detail = await store.FindAsync(caseId, cancellationToken);
        return detail is null ? null : detail with { Summary = priority.Explain(detail.Summary, clock.GetUtcNow()), Related = Explain(detail.Related) };
    }

    public async Task<Lease?> ClaimNextAsync(string reviewer, CaseFilter filter, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(reviewer);
        ArgumentNullException.ThrowIfNull(filter);
        var role = await rights.RoleOfAsync(reviewer, cancellationToken);
        if (role < AccountRole.Reviewer)
        {
            return null;
        }

        // A reviewer is not handed what only a lead may decide
        var wanted = filter.States.Count > 0 || role >= AccountRole.Lead ? filter : filter with { States = [CaseState.Open] };
        var changed = await store.ChangeNextAsync(reviewer, wanted, CaseRules.Claim(reviewer, _lease), cancellationToken);
        return changed?.Change.After is { } after ? Granted(after, claim: true) : null;
    }

    public async Task<ClaimOutcome> ClaimAsync(long caseId, string reviewer, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(reviewer);
        if (await rights.RoleOfAsync(reviewer, cancellationToken) < AccountRole.Reviewer)
        {
            return Refused("not-allowed", "");
        }

        return Outcome(await store.ChangeAsync(caseId, CaseRules.Claim(reviewer, _lease), cancellationToken), claim: true);
    }

    public async Task<ClaimOutcome> RenewAsync(long caseId, string reviewer, long fence, CancellationToken cancellationToken) =>
        Outcome(await store.ChangeAsync(caseId, CaseRules.Renew(reviewer, fence, _lease), cancellationToken), claim: false);

    public Task ReleaseAsync(long caseId, string reviewer, long fence, CancellationToken cancellationToken) =>
        store.ChangeAsync(caseId, CaseRules.Release(reviewer, fence), cancellationToken);

    public async Task<DecideOutcome> DecideAsync(DecideCase decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentException.ThrowIfNullOrWhiteSpace(decision.Reason);
        var role = await rights.RoleOfAsync(decision.Actor, cancellationToken);
        if (role < AccountRole.Reviewer)
        {
            return Written(CaseChange.Refused("not-allowed"));
        }

        var outcome = Written((await store.ChangeAsync(decision.CaseId, CaseRules.Decide(decision, role >= AccountRole.Lead), cancellationToken))?.Change);
        if (outcome.State is not null)
        {
            ReviewMetrics.Decisions.Add(1, ReviewMetrics.Tag("decision", ((Decision?)decision.Decision).Word()));
        }

        return outcome;
    }

    public async Task<DecideOutcome> UndoAsync(long caseId, string actor, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var role = await rights.RoleOfAsync(actor, cancellationToken);
        if (role < AccountRole.Reviewer)
        {
            return Written(CaseChange.Refused("not-allowed"));
        }

        var outcome = Written((await store.ChangeAsync(caseId, CaseRules.Undo(actor, reason, role >= AccountRole.Lead), cancellationToken))?.Change);
        ReviewMetrics.Undone.Add(outcome.State is null ? 0 : 1);
        return outcome;
    }

    public async Task<PageCapture?> OpenEvidenceAsync(long caseId, string actor, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (await rights.RoleOfAsync(actor, cancellationToken) < AccountRole.Lead || await store.ReadEvidenceAsync(caseId, cancellationToken) is not { } page)
        {
            return null;
        }

        // Nobody sees the page before the log says so
        await store.ChangeAsync(caseId, CaseRules.OpenEvidence(actor, reason), cancellationToken);
        return page;
    }

    public Task<QueueFigures> GetFiguresAsync(CancellationToken cancellationToken) => store.GetFiguresAsync(cancellationToken);

    private List<CaseSummary> Explain(IReadOnlyList<CaseSummary> cases)
    {
        var now = clock.GetUtcNow();
        return [.. cases.Select(c => priority.Explain(c, now))];
    }

    private ClaimOutcome Outcome(ChangedCase? changed, bool claim)
    {
        if (changed is null)
        {
            return Refused("missing", "");
        }

        var holder = changed.Before.IsHeld(clock.GetUtcNow()) ? changed.Before.Holder : "";
        return changed.Change.After is { } after ? new() { Lease = Granted(after, claim) } : Refused(changed.Change.Refusal, holder);
    }

    private static Lease Granted(CaseSnapshot after, bool claim)
    {
        ReviewMetrics.Claims.Add(claim ? 1 : 0);
        return new() { CaseId = after.Id, Holder = after.Holder, Fence = after.Fence, Until = after.HeldUntil!.Value };
    }

    private static ClaimOutcome Refused(string refusal, string holder)
    {
        ReviewMetrics.Refused.Add(1, ReviewMetrics.Tag("reason", refusal));
        return new() { Refusal = refusal, Holder = refusal == "decided" ? "" : holder };
    }

    private static DecideOutcome Written(CaseChange? change)
    {
        if (change?.After is { } after)
        {
            return new() { State = after.State };
        }

        var refusal = change?.Refusal ?? "missing";
        ReviewMetrics.Refused.Add(1, ReviewMetrics.Tag("reason", refusal));
        return new() { Refusal = refusal };
    }
}
