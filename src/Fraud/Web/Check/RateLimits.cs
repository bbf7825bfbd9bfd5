using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Fraud.Web;

/// <summary>How often one address may ask.</summary>
internal static class RateLimits
{
    public const string Check = "check";

    public static void Add(RateLimiterOptions options, int checksPerMinute)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = static (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Check, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(Address(context), _ => new() { PermitLimit = checksPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
            : RateLimitPartition.GetNoLimiter(""));
    }

    // An IPv6 subscriber owns a whole /64
    private static string Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return address is null ? "" : address.GetAddressBytes() is { Length: 16 } six && !address.IsIPv4MappedToIPv6 ? Convert.ToHexString(six, 0, 8) : address.MapToIPv4().ToString();
    }
}
