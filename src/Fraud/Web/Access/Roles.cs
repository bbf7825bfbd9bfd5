using System.Security.Claims;
using Fraud.Accounts;

namespace Fraud.Web;

/// <summary>Roles as authorisation policies: each includes the ones below it.</summary>
internal static class Roles
{
    public const string Observer = nameof(AccountRole.Observer);
    public const string Reviewer = nameof(AccountRole.Reviewer);
    public const string Lead = nameof(AccountRole.Lead);
    public const string Admin = nameof(AccountRole.Admin);

    public static bool HasRole(this ClaimsPrincipal user, AccountRole atLeast) =>
        Enum.TryParse<AccountRole>(user.FindFirstValue(ClaimTypes.Role), out var role) && role >= atLeast && !user.HasClaim(Credentials.MustChange, "1");

    public static void AddPolicies(Microsoft.AspNetCore.Authorization.AuthorizationOptions options)
    {
        foreach (var role in Enum.GetValues<AccountRole>())
        {
            options.AddPolicy(role.ToString(), p => p.RequireAuthenticatedUser().RequireAssertion(c => c.User.HasRole(role)));
        }
    }
}
