using Fraud.Cases;
using Fraud.Findings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Fraud.Web;

/// <summary>The queue: what waits, in order of priority.</summary>
[Authorize(Roles.Observer)]
internal sealed class QueuePageModel(UiTexts texts, TimeProvider clock, ICaseDesk desk) : FraudPage(texts, clock)
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Label { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Source { get; set; }

    [BindProperty(SupportsGet = true, Name = "page_no")]
    public int Number { get; set; } = 1;

    [TempData]
    public string? Flash { get; set; }

    [TempData]
    public string? FlashCase { get; set; }

    public CasePage Cases { get; private set; } = new([], 0);

    public QueueFigures Figures { get; private set; } = new();

    public bool Filtered => !string.IsNullOrEmpty(Q + Label + State + Source);

    public int Pages => Math.Max(1, (int)((Cases.Total + PageSize - 1) / PageSize));

    public string PageUrl(int number) =>
        "/queue" + QueryString.Create(new Dictionary<string, string?> { ["q"] = Q, ["label"] = Label, ["state"] = State, ["source"] = Source, ["page_no"] = $"{number}" });

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 1_000_000);
        Figures = await desk.GetFiguresAsync(cancellationToken);
        Cases = await desk.ListAsync(Filter() with { Page = Number, PageSize = PageSize }, cancellationToken);
    }

    public async Task<IActionResult> OnPostNextAsync(CancellationToken cancellationToken)
    {
        if (!User.HasRole(Accounts.AccountRole.Reviewer))
        {
            return Forbid();
        }

        var lease = await desk.ClaimNextAsync(Me, Filter() with { States = [] }, cancellationToken);
        if (lease is not null)
        {
            return Redirect($"/cases/{lease.CaseId}");
        }

        Flash = T["queue.empty"];
        return Redirect("/queue");
    }

    private CaseFilter Filter() => new()
    {
        Search = (Q ?? "").Trim(),
        Source = (Source ?? "").Trim(),
        Label = PitchLabels.TryParse(Label, out var label) ? label : null,
        States = State == "all" ? Enum.GetValues<CaseState>() : Enum.TryParse<CaseState>(State, out var state) ? [state] : [],
    };
}
