using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Fraud.Web;

/// <summary>The sign-in form.</summary>
internal sealed class SignInPageModel(UiTexts texts, TimeProvider clock, Credentials credentials) : FraudPage(texts, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public bool Failed { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancellationToken)
    {
        var principal = await credentials.TryAsync((Name ?? "").Trim().ToLowerInvariant(), password ?? "", cancellationToken);
        if (principal is null)
        {
            Failed = true;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        await HttpContext.SignInAsync(principal);
        return principal.HasClaim(Credentials.MustChange, "1") ? Redirect("/password") : LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/queue");
    }
}
