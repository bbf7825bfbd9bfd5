using Fraud.Cases;
using Fraud.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Fraud.Web;

/// <summary>The frozen page, shown as text; opening it is an event of the case.</summary>
[Authorize(Roles.Lead)]
internal sealed class EvidencePageModel(UiTexts texts, TimeProvider clock, ICaseDesk desk) : FraudPage(texts, clock)
{
    private const int MostShown = 200_000;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public bool Asked { get; private set; }

    public PageCapture? Capture { get; private set; }

    public string Shown { get; private set; } = "";

    public int Total { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Page();
        }

        Asked = true;
        Capture = await desk.OpenEvidenceAsync(Id, Me, reason.Trim(), cancellationToken);
        if (Capture is not null)
        {
            var text = System.Text.Encoding.UTF8.GetString(Capture.Body);
            Total = text.Length;
            Shown = text.Length > MostShown ? text[..MostShown] : text;
        }

        return Page();
    }
}
