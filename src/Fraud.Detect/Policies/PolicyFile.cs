using System.Text.Json;
using System.Text.Json.Serialization;
using Fraud.Findings;

namespace Fraud.Policies;

/// <summary>models/policies/*.json.</summary>
internal sealed record PolicyFile
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public required string Name { get; init; }

    public required int Version { get; init; }

    /// <summary>Summed probability of T1, T2, T4, T6 and T7 from which a post is an alert.</summary>
    public required double Alert { get; init; }

    /// <summary>Summed probability of all T labels from which a post goes to review: the unsure band.</summary>
    public required double Review { get; init; }

    /// <summary>Probability of grey_resale from which a post goes to review.</summary>
    public required double GreyResale { get; init; }

    /// <summary>Probability of key_exposure from which a post without a found key goes to review.</summary>
    public required double KeyExposure { get; init; }

    /// <summary>Least confidence of a found key that is an alert by itself; a weaker one goes to review.</summary>
    public required KeyConfidence KeyAlert { get; init; }
}
