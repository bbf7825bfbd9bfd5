using Fraud.Accounts;
using Fraud.Cases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Fraud.Web;

/// <summary>One case: the words, why they were flagged, and the decision.</summary>
[Authorize(Roles.Observer)]
internal sealed class CasePageModel(UiTexts texts, TimeProvider clock, ICaseDesk desk, KeyAdvice keys) : FraudPage(texts, clock)
{
    /// <summary>Decisions and their keys.</summary>
    public static IReadOnlyList<(Decision Decision, char Key)> Choices { get; } =
        [(Decision.Confirm, 'a'), (Decision.NotFraud, 'x'), (Decision.Unsure, 'u'), (Decision.Escalate, 'e')];

    /// <summary>Reason codes per decision; the first is the usual one.</summary>
    public static IReadOnlyList<(Decision Decision, string[] Reasons)> Reasons { get; } =
    [
        (Decision.Confirm, ["as-flagged", "other-scam", "key-live-format"]),
        (Decision.NotFraud, ["quoted", "official", "joke", "other-good", "placeholder"]),
        (Decision.Unsure, ["too-little", "language"]),
        (Decision.Escalate, ["policy", "large"]),
    ];

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [TempData]
    public string? Flash { get; set; }

    [TempData]
    public string? FlashCase { get; set; }

    public KeyAdvice Keys => keys;

    public string? Refusal { get; private set; }

    public CaseDetail? Case { get; private set; }

    public IReadOnlyList<Mark> Marks { get; private set; } = [];

    public Decision? Chosen { get; private set; }

    public bool Held => Case is { Summary: { } s } && s.Holder == Me && s.HeldUntil > Now;

    public bool MayUndo => Case is { Summary.State: not CaseState.Open } && LastDecider is { } decider && (decider == Me || User.HasRole(AccountRole.Lead)) && User.HasRole(AccountRole.Reviewer);

    private string? LastDecider => Case?.History.LastOrDefault(e => e.Kind is "case.decided" or "case.undone") is { Kind: "case.decided", Actor: var actor } ? actor : null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostClaimAsync(CancellationToken cancellationToken)
    {
        if (!User.HasRole(AccountRole.Reviewer))
        {
            return Forbid();
        }

        var outcome = await desk.ClaimAsync(Id, Me, cancellationToken);
        return outcome.Lease is null ? await ShowAsync(T.Format("refusal." + outcome.Refusal, outcome.Holder), cancellationToken) : Redirect($"/cases/{Id}");
    }

    public async Task<IActionResult> OnPostRenewAsync(long fence, CancellationToken cancellationToken)
    {
        var outcome = await desk.RenewAsync(Id, Me, fence, cancellationToken);
        return outcome.Lease is { } lease ? new JsonResult(new { until = lease.Until.ToUnixTimeMilliseconds() }) : StatusCode(StatusCodes.Status409Conflict);
    }

    public async Task<IActionResult> OnPostReleaseAsync(long fence, CancellationToken cancellationToken)
    {
        await desk.ReleaseAsync(Id, Me, fence, cancellationToken);
        return Redirect("/queue");
    }

    public async Task<IActionResult> OnPostDecideAsync(long fence, Decision? decision, string? reason, string? note, string? then, CancellationToken cancellationToken)
    {
        if (!User.HasRole(AccountRole.Reviewer))
        {
            return Forbid();
        }

        if (decision is not { } chosen || string.IsNullOrWhiteSpace(reason))
        {
            return await ShowAsync(T["refusal.reason"], cancellationToken);
        }

        var outcome = await desk.DecideAsync(
            new() { CaseId = Id, Fence = fence, Actor = Me, Decision = chosen, Reason = string.IsNullOrWhiteSpace(note) ? reason : $"{reason}: {note.Trim()}" },
            cancellationToken);
        if (outcome.State is not { } state)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await ShowAsync(T["refusal." + outcome.Refusal], cancellationToken);
        }

        return await AfterDecisionAsync(state, then, cancellationToken);
    }

    public async Task<IActionResult> OnPostUndoAsync(string? reason, CancellationToken cancellationToken)
    {
        await ShowAsync(null, cancellationToken);
        if (!MayUndo)
        {
            return Forbid();
        }

        var outcome = string.IsNullOrWhiteSpace(reason) ? new() { Refusal = "reason" } : await desk.UndoAsync(Id, Me, reason.Trim(), cancellationToken);
        return outcome.State is null ? await ShowAsync(T["refusal." + outcome.Refusal], cancellationToken) : Redirect($"/cases/{Id}");
    }

    private async Task<IActionResult> AfterDecisionAsync(CaseState state, string? then, CancellationToken cancellationToken)
    {
        Flash = T.Format("decided.flash", Id, T.Say(state));
        FlashCase = Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (then != "next")
        {
            return Redirect($"/cases/{Id}");
        }

        var next = await desk.ClaimNextAsync(Me, new(), cancellationToken);
        return Redirect(next is null ? "/queue" : $"/cases/{next.CaseId}");
    }

    private async Task<IActionResult> ShowAsync(string? refusal, CancellationToken cancellationToken)
    {
        Case = await desk.FindAsync(Id, cancellationToken);
        if (Case is null)
        {
            return NotFound();
        }

        Refusal = refusal;
        Marks = Highlight.Number(Case.Assessed, T);
        return Page();
    }
}
