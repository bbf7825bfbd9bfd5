using Fraud.Accounts;
using Fraud.Web;

namespace Fraud.Hosting;

/// <summary>Makes the first administrator; a password that was never changed is replaced at each start, so that a lost one locks nobody out.</summary>
internal static class FirstRun
{
    public const string AdminName = "admin";

    /// <summary>The new one-time password; null when the administrator has chosen one.</summary>
    public static async Task<string?> EnsureAdminAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<IAccountStore>();
        var known = await accounts.ListAsync(cancellationToken);
        var admin = known.FirstOrDefault(a => a.Name == AdminName);
        if (known.Count > 0 && admin is not { MustChangePassword: true })
        {
            return null;
        }

        admin ??= new() { Name = AdminName, Role = AccountRole.Admin, PasswordHash = "", SecurityStamp = "" };
        return await scope.ServiceProvider.GetRequiredService<Credentials>().ResetAsync(admin, cancellationToken);
    }
}
