using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Fraud.Checking;
using Fraud.Findings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fraud.Web;

/// <summary>POST /api/v1/check: the same result as `fraud check`; stores nothing.</summary>
internal static class CheckApi
{
    public static void MapCheckApi(this IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/check", Check)
        .WithSummary("Assess one text; nothing is stored").WithTags("check")
        .Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests)
        .RequireRateLimiting(RateLimits.Check);

    private static Results<ContentHttpResult, ProblemHttpResult> Check(CheckBody body, IAssessor assessor, HttpContext context)
    {
        if (string.IsNullOrWhiteSpace(body.Text))
        {
            return TypedResults.Problem("text: required", statusCode: StatusCodes.Status400BadRequest);
        }

        if (body.Text.Length > CheckPageModel.Longest)
        {
            return TypedResults.Problem($"text: at most {CheckPageModel.Longest} characters", statusCode: StatusCodes.Status400BadRequest);
        }

        DateTimeOffset posted = default;
        if (body.PostedAt is not null && !DateTimeOffset.TryParse(body.PostedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out posted))
        {
            return TypedResults.Problem("posted_at: an ISO 8601 date", statusCode: StatusCodes.Status400BadRequest);
        }

        context.Response.Headers.CacheControl = "no-store";
        var assessment = assessor.Assess(body.Text, new() { PostedOn = body.PostedAt is null ? null : DateOnly.FromDateTime(posted.UtcDateTime) });
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, CheckJson.Options))
        {
            CheckJson.Write(json, body.Id, assessment);
        }

        return TypedResults.Content(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan), "application/json; charset=utf-8");
    }
}
