using System.Text.Json;

namespace Fraud.Web;

/// <summary>One line of a push.</summary>
internal sealed record PushedPost(string? Id, string? Text, string? Title, string? Author, string? Url, string? Language, DateTimeOffset? PostedAt)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
