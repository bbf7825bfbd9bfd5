using Fraud.Web;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Fraud.Hosting;

/// <summary>The console's session.</summary>
internal static class SessionCookie
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "fraud-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        // Behind a TLS proxy the request is https and the cookie is marked so
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.LoginPath = "/signin";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<Credentials>().ValidateAsync(context);
        options.Events.OnRedirectToAccessDenied = context =>
        {
            // A one-time password opens one page only
            if (context.HttpContext.User.HasClaim(Credentials.MustChange, "1"))
            {
                context.Response.Redirect("/password");
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }

            return Task.CompletedTask;
        };
    }
}
