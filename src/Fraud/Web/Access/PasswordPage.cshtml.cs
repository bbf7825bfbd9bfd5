using Fraud.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Fraud.Web;

/// <summary>Choosing a password; the only page a one-time password opens.</summary>
[Authorize]
internal sealed class PasswordPageModel(UiTexts texts, TimeProvider clock, Credentials credentials, IAccountStore accounts) : FraudPage(texts, clock)
{
    private const int Shortest = 12;

    public bool Must => User.HasClaim(Credentials.MustChange, "1");

    public string Problem { get; private set; } = "";

    public bool Saved { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? old, string? chosen, string? again, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(Me, cancellationToken);
        Problem = chosen is null || chosen.Length < Shortest ? "password.short"
            : chosen != again ? "password.differ"
            : account is null || await credentials.TryAsync(Me, old ?? "", cancellationToken) is null ? "password.wrong"
            : "";
        if (Problem.Length > 0)
        {
            return Page();
        }

        var wasForced = Must;
        await HttpContext.SignInAsync(await credentials.ChangeAsync(account!, chosen!, cancellationToken));
        Saved = true;
        return wasForced ? Redirect("/queue") : Page();
    }
}
