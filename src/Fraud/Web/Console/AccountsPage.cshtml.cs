using Fraud.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Fraud.Web;

/// <summary>Who may sign in; for administrators.</summary>
[Authorize(Roles.Admin)]
internal sealed class AccountsPageModel(UiTexts texts, TimeProvider clock, IAccountStore store, Credentials credentials) : FraudPage(texts, clock)
{
    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public string? Problem { get; private set; }

    public string? Made { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Accounts = await store.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAddAsync(string? name, AccountRole role, CancellationToken cancellationToken)
    {
        name = (name ?? "").Trim().ToLowerInvariant();
        Problem = !Credentials.IsName(name) ? "accounts.badname" : await store.FindAsync(name, cancellationToken) is not null ? "accounts.exists" : null;
        if (Problem is null)
        {
            await OneTimeAsync(new() { Name = name, Role = role, PasswordHash = "", SecurityStamp = "" }, cancellationToken);
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostResetAsync(string? name, CancellationToken cancellationToken) => ChangeAsync(name, OneTimeAsync, cancellationToken);

    public Task<IActionResult> OnPostToggleAsync(string? name, CancellationToken cancellationToken) =>
        ChangeAsync(name, (account, token) => store.SaveAsync(account with { Disabled = !account.Disabled }, token), cancellationToken);

    private async Task<IActionResult> ChangeAsync(string? name, Func<Account, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        if (name == Me)
        {
            Problem = "accounts.self";
        }
        else if (await store.FindAsync(name ?? "", cancellationToken) is { } account)
        {
            await change(account, cancellationToken);
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }

    private async Task OneTimeAsync(Account account, CancellationToken cancellationToken) =>
        Made = T.Format("accounts.made", account.Name, await credentials.ResetAsync(account, cancellationToken));
}
