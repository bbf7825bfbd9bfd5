using System.Security.Claims;
using System.Security.Cryptography;
using Fraud.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Fraud.Web;

/// <summary>Passwords, one-time passwords and the session behind the cookie.</summary>
internal sealed class Credentials(IAccountStore accounts, SignInThrottle throttle)
{
    /// <summary>Claim of a session that may only choose a password.</summary>
    public const string MustChange = "must-change";

    /// <summary>Claim that ties a session to the password it began with.</summary>
    public const string Stamp = "stamp";

    private const string OneTimeAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private static readonly PasswordHasher<string> Hasher = new();

    // Checked when the name is unknown, so that the answer takes as long as for a known one
    private static readonly string Decoy = Hasher.HashPassword("", RandomNumberGenerator.GetHexString(32));

    public static string NewOneTimePassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(OneTimeAlphabet, 4)));

    public static bool IsName(string? name) => name is { Length: >= 3 and <= 40 } && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' or '_');

    /// <summary>The signed-in principal, or null when name or password is wrong or tries ran out.</summary>
    public async Task<ClaimsPrincipal?> TryAsync(string name, string password, CancellationToken cancellationToken)
    {
        if (!throttle.MayTry(name))
        {
            return null;
        }

        var account = IsName(name) ? await accounts.FindAsync(name, cancellationToken) : null;
        var right = Hasher.VerifyHashedPassword(name, account?.PasswordHash ?? Decoy, password) != PasswordVerificationResult.Failed;
        if (account is null || account.Disabled || !right)
        {
            throttle.Failed(name);
            return null;
        }

        throttle.Succeeded(name);
        return Principal(account);
    }

    /// <summary>Sets a password the person chose; older sessions end.</summary>
    public async Task<ClaimsPrincipal> ChangeAsync(Account account, string password, CancellationToken cancellationToken)
    {
        var changed = WithPassword(account, password) with { MustChangePassword = false };
        await accounts.SaveAsync(changed, cancellationToken);
        return Principal(changed);
    }

    /// <summary>Gives an account (new or not) a one-time password.</summary>
    public async Task<string> ResetAsync(Account account, CancellationToken cancellationToken)
    {
        var password = NewOneTimePassword();
        await accounts.SaveAsync(WithPassword(account, password) with { MustChangePassword = true }, cancellationToken);
        return password;
    }

    /// <summary>Ends sessions whose account was disabled or got another password.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var name = context.Principal?.Identity?.Name ?? "";
        var account = await accounts.FindAsync(name, context.HttpContext.RequestAborted);
        if (account is null || account.Disabled || account.SecurityStamp != context.Principal!.FindFirstValue(Stamp) || account.Role.ToString() != context.Principal!.FindFirstValue(ClaimTypes.Role))
        {
            context.RejectPrincipal();
        }
    }

    private static Account WithPassword(Account account, string password) =>
        account with { PasswordHash = Hasher.HashPassword(account.Name, password), SecurityStamp = RandomNumberGenerator.GetHexString(32) };

    private static ClaimsPrincipal Principal(Account account)
    {
        List<Claim> claims = [new(ClaimTypes.Name, account.Name), new(ClaimTypes.Role, account.Role.ToString()), new(Stamp, account.SecurityStamp)];
        if (account.MustChangePassword)
        {
            claims.Add(new(MustChange, "1"));
        }

        return new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }
}
