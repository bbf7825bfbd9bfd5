using System.Text.Json;
using Fraud.Hosting;
using Fraud.Posts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fraud.Web;

/// <summary>POST /api/v1/posts: posts pushed by partner platforms as NDJSON. A bad line is reported by its number and stops nothing.</summary>
internal static class PostsApi
{
    private const int LongestLine = 256 * 1024;
    private const int BatchSize = 200;
    private const int MostFaults = 100;

    public static void MapPostsApi(this IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/posts", PushAsync)
        .WithSummary("Push posts, one JSON object a line: {\"id\",\"text\",\"title\"?,\"author\"?,\"url\"?,\"posted_at\"?,\"language\"?}").WithTags("posts")
        .Accepts<PushedPost>("application/x-ndjson").RequireAuthorization(ApiPolicies.Reviewer);

    private static async Task<Results<Ok<PushAnswer>, ProblemHttpResult>> PushAsync(HttpContext context, ICrawlStore store, TimeProvider clock, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var caller = context.User.Identity!.Name!;
        using var reader = new StreamReader(context.Request.Body);
        List<Post> batch = [];
        List<PushFault> faults = [];
        int number = 0, refused = 0, seen = 0, stored = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Read(line, caller, clock, out var fault) is { } post)
            {
                batch.Add(post);
                seen++;
            }
            else
            {
                refused++;
                if (faults.Count < MostFaults)
                {
                    faults.Add(new(number, fault));
                }
            }

            if (batch.Count == BatchSize)
            {
                stored += await store.ImportAsync(null, batch, cancellationToken);
                batch.Clear();
            }
        }

        stored += batch.Count > 0 ? await store.ImportAsync(null, batch, cancellationToken) : 0;
        loggers.CreateLogger("Fraud.Api").PostsPushed(stored, seen - stored, refused, caller);
        return number == 0 ? TypedResults.Problem("no line was sent", statusCode: StatusCodes.Status400BadRequest) : TypedResults.Ok(new PushAnswer(stored, seen - stored, refused, faults));
    }

    private static Post? Read(string line, string caller, TimeProvider clock, out string fault)
    {
        fault = "";
        if (line.Length > LongestLine)
        {
            fault = $"longer than {LongestLine} characters";
            return null;
        }

        PushedPost? pushed;
        try
        {
            pushed = JsonSerializer.Deserialize<PushedPost>(line, PushedPost.Json);
        }
        catch (JsonException)
        {
            fault = "not a JSON object of the expected shape";
            return null;
        }

        if (string.IsNullOrWhiteSpace(pushed?.Id) || string.IsNullOrWhiteSpace(pushed.Text))
        {
            fault = "id and text are required";
            return null;
        }

        return new()
        {
            Source = caller,
            NativeId = pushed.Id,
            Text = pushed.Text,
            Title = pushed.Title ?? "",
            Author = pushed.Author ?? "",
            Url = pushed.Url ?? "",
            Language = pushed.Language ?? "",
            PostedAt = pushed.PostedAt,
            FetchedAt = clock.GetUtcNow(),
        };
    }
}
