using Microsoft.AspNetCore.Builder;

namespace Fraud.Jobs.Hangfire;

/// <summary>The content policy the dashboard needs: its own fonts, and colours set in elements; still no foreign script.</summary>
internal static class DashboardPolicy
{
    private const string Policy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Apply(EndpointBuilder endpoint)
    {
        var dashboard = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return dashboard(context);
        };
    }
}
