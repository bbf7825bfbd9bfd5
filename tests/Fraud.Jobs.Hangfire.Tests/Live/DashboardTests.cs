using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Hangfire;
using Hangfire.Logging;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fraud.Jobs.Hangfire.Tests;

[Collection("Hangfire")]
public class DashboardTests
{
    [Theory]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("Reviewer", HttpStatusCode.Forbidden)]
    [InlineData("Admin", HttpStatusCode.OK)]
    public async Task The_dashboard_opens_for_those_the_policy_lets_in(string role, HttpStatusCode answer)
    {
        LogProvider.SetCurrentLogProvider(null);
        await using var app = Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("Role", role);

        Assert.Equal(answer, (await client.GetAsync("/jobs", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(answer, (await client.GetAsync("/jobs/recurring", TestContext.Current.CancellationToken)).StatusCode);
        Assert.NotEqual(HttpStatusCode.NoContent, (await client.PostAsync("/jobs/recurring/remove", null, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddHangfire(c => c.UseInMemoryStorage());
        builder.Services.AddAntiforgery();
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("test", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("admins", p => p.RequireRole("Admin"));
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapFraudHangfire("admins");
        return app;
    }

    private sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var role = Request.Headers["Role"].ToString();
            var identity = new ClaimsIdentity([new(ClaimTypes.Role, role)], Scheme.Name);
            return Task.FromResult(role.Length == 0 ? AuthenticateResult.NoResult() : AuthenticateResult.Success(new(new(identity), Scheme.Name)));
        }
    }
}
