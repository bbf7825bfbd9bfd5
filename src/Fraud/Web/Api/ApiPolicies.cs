using Fraud.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Fraud.Web;

/// <summary>Who may call which part of the API: callers with a bearer key, by role.</summary>
internal static class ApiPolicies
{
    public const string Observer = "api-observer";
    public const string Reviewer = "api-reviewer";

    public static void AddPolicies(AuthorizationOptions options)
    {
        options.AddPolicy(Observer, p => p.AddAuthenticationSchemes(ApiKeyAuthentication.SchemeName).RequireAuthenticatedUser().RequireAssertion(c => c.User.HasRole(AccountRole.Observer)));
        options.AddPolicy(Reviewer, p => p.AddAuthenticationSchemes(ApiKeyAuthentication.SchemeName).RequireAuthenticatedUser().RequireAssertion(c => c.User.HasRole(AccountRole.Reviewer)));
    }
}
