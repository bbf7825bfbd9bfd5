using Fraud.Cases;
using Fraud.Findings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fraud.Web;

/// <summary>The queue over HTTP, for reviewers' own tools: list, read, claim, renew, release, decide, undo.</summary>
internal static class CasesApi
{
    public static void MapCasesApi(this IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/api/v1/cases").WithTags("cases").RequireAuthorization(ApiPolicies.Observer);
        cases.MapGet("/", ListAsync).WithSummary("One page of the queue, highest priority first");
        cases.MapGet("/{id:long}", FindAsync).WithSummary("A case whole; secrets are masked");
        var decide = routes.MapGroup("/api/v1/cases").WithTags("cases").RequireAuthorization(ApiPolicies.Reviewer);
        decide.MapPost("/next/claim", ClaimNextAsync).WithSummary("Claim the free case of highest priority");
        decide.MapPost("/{id:long}/claim", ClaimAsync).WithSummary("Claim this case; 409 with the holder when it is taken");
        decide.MapPost("/{id:long}/renew", RenewAsync).WithSummary("Prolong a lease");
        decide.MapPost("/{id:long}/release", ReleaseAsync).WithSummary("Give a lease back");
        decide.MapPost("/{id:long}/decide", DecideAsync).WithSummary("Decide under a lease; 409 when the lease was lost");
        decide.MapPost("/{id:long}/undo", UndoAsync).WithSummary("Take the newest decision back");
    }

    private static async Task<Results<Ok<CasePage>, ValidationProblem>> ListAsync(ICaseDesk desk, string? state, string? label, string? source, string? q, int? page, int? size, CancellationToken cancellationToken)
    {
        var faults = new Dictionary<string, string[]>();
        if (state is not null && state != "all" && !Enum.TryParse<CaseState>(state, ignoreCase: true, out _))
        {
            faults["state"] = [$"one of {string.Join(", ", Enum.GetNames<CaseState>())} or all"];
        }

        if (label is not null && !PitchLabels.TryParse(label, out _))
        {
            faults["label"] = [$"one of {string.Join(", ", PitchLabels.All.Select(l => l.Id()))}"];
        }

        if (faults.Count > 0)
        {
            return TypedResults.ValidationProblem(faults);
        }

        var filter = new CaseFilter
        {
            States = state == "all" ? Enum.GetValues<CaseState>() : Enum.TryParse<CaseState>(state, ignoreCase: true, out var wanted) ? [wanted] : [],
            Label = PitchLabels.TryParse(label, out var known) ? known : null,
            Source = source ?? "",
            Search = q ?? "",
            Page = Math.Clamp(page ?? 1, 1, 1_000_000),
            PageSize = Math.Clamp(size ?? 50, 1, 200),
        };
        return TypedResults.Ok(await desk.ListAsync(filter, cancellationToken));
    }

    private static async Task<Results<Ok<CaseDetail>, NotFound>> FindAsync(long id, ICaseDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    private static async Task<Results<Ok<Lease>, NoContent>> ClaimNextAsync(ICaseDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        await desk.ClaimNextAsync(Caller(context), new(), cancellationToken) is { } lease ? TypedResults.Ok(lease) : TypedResults.NoContent();

    private static async Task<Results<Ok<Lease>, ProblemHttpResult>> ClaimAsync(long id, ICaseDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        Answer(await desk.ClaimAsync(id, Caller(context), cancellationToken));

    private static async Task<Results<Ok<Lease>, ProblemHttpResult>> RenewAsync(long id, FenceBody body, ICaseDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        Answer(await desk.RenewAsync(id, Caller(context), body.Fence, cancellationToken));

    private static async Task<NoContent> ReleaseAsync(long id, FenceBody body, ICaseDesk desk, HttpContext context, CancellationToken cancellationToken)
    {
        await desk.ReleaseAsync(id, Caller(context), body.Fence, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<DecideOutcome>, ProblemHttpResult>> DecideAsync(long id, DecideBody body, ICaseDesk desk, HttpContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > 1000)
        {
            return TypedResults.Problem("reason: 1 to 1,000 characters", statusCode: StatusCodes.Status400BadRequest);
        }

        return Answer(await desk.DecideAsync(new() { CaseId = id, Fence = body.Fence, Actor = Caller(context), Decision = body.Decision, Reason = body.Reason }, cancellationToken));
    }

    private static async Task<Results<Ok<DecideOutcome>, ProblemHttpResult>> UndoAsync(long id, UndoBody body, ICaseDesk desk, HttpContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Reason))
        {
            return TypedResults.Problem("reason: 1 to 1,000 characters", statusCode: StatusCodes.Status400BadRequest);
        }

        var found = await desk.FindAsync(id, cancellationToken);
        var decider = found?.History.LastOrDefault(e => e.Kind == "case.decided")?.Actor;
        return decider is not null && decider != Caller(context) && !context.User.HasRole(Accounts.AccountRole.Lead)
            ? TypedResults.Problem("only a lead undoes another's decision", statusCode: StatusCodes.Status403Forbidden)
            : Answer(await desk.UndoAsync(id, Caller(context), body.Reason, cancellationToken));
    }

    private static string Caller(HttpContext context) => context.User.Identity!.Name!;

    private static Results<Ok<Lease>, ProblemHttpResult> Answer(ClaimOutcome outcome) => outcome.Lease is { } lease
        ? TypedResults.Ok(lease)
        : TypedResults.Problem(outcome.Refusal + (outcome.Holder.Length > 0 ? $": {outcome.Holder}" : ""), statusCode: Status(outcome.Refusal));

    private static Results<Ok<DecideOutcome>, ProblemHttpResult> Answer(DecideOutcome outcome) => outcome.State is not null
        ? TypedResults.Ok(outcome)
        : TypedResults.Problem(outcome.Refusal, statusCode: Status(outcome.Refusal));

    private static int Status(string refusal) => refusal == "missing" ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict;
}
