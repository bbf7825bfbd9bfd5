using Fraud.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Fraud.Web;

/// <summary>Routes without a page of their own.</summary>
internal static class PlainRoutes
{
    public static void MapPlainRoutes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext c) => Results.Redirect(c.User.Identity?.IsAuthenticated == true ? "/queue" : "/check")).ExcludeFromDescription();
        routes.MapGet("/language", ChooseLanguage).ExcludeFromDescription();
        routes.MapPost("/signout", SignOutAsync).ExcludeFromDescription();
    }

    /// <summary>What every process answers to those who operate it.</summary>
    public static void MapOperating(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/readyz");
        routes.MapGet("/healthz", () => Results.Text("ok")).WithSummary("The process answers").WithTags("operating");
        routes.MapGet("/metrics", (MetricsText metrics) => Results.Text(metrics.Write(), "text/plain; version=0.0.4")).WithSummary("Prometheus text").WithTags("operating");
    }

    private static IResult ChooseLanguage(HttpContext context, string? to, string? back)
    {
        if (to is "en" or "zh-CN")
        {
            context.Response.Cookies.Append(UiLanguage.Cookie, to, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        }

        // Only a path of ours: never an address somebody else put into the link
        var local = back is { Length: > 0 } && back[0] == '/' && (back.Length == 1 || (back[1] is not '/' and not '\\'));
        return Results.LocalRedirect(local ? back! : "/");
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        await antiforgery.ValidateRequestAsync(context);
        await context.SignOutAsync();
        return Results.Redirect("/check");
    }
}
