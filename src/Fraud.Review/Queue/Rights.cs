using Fraud.Accounts;

namespace Fraud.Review.Queue;

/// <summary>What a person may do in the queue. A name without an account was let in by the host (a service key) and counts as a reviewer.</summary>
internal sealed class Rights(IAccountStore accounts)
{
    public async Task<AccountRole> RoleOfAsync(string name, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(name, cancellationToken);
        return account is null ? AccountRole.Reviewer : account.Disabled ? AccountRole.Observer : account.Role;
    }
}
