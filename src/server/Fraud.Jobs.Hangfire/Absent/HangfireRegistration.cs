using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Jobs.Hangfire;

/// <summary>Runs the jobs on Hangfire, in a build that has it.</summary>
public static class HangfireRegistration
{
    /// <summary>Refuses: this build has no Hangfire.</summary>
    public static IServiceCollection AddFraudHangfire(this IServiceCollection services, HangfireOptions options, string? lockFolder = null) => throw Missing();

    /// <summary>Refuses: this build has no Hangfire.</summary>
    public static IEndpointConventionBuilder MapFraudHangfire(this IEndpointRouteBuilder endpoints, string policy) => throw Missing();

    private static NotSupportedException Missing() => new($"Hangfire is {HangfireEngine.Engine.Note}.");
}
