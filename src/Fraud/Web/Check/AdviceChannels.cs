using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fraud.Web;

/// <summary>Public advice and reporting channels per region, from models/advice/channels.json.</summary>
internal sealed record AdviceChannels
{
    /// <summary>Day the numbers were last checked.</summary>
    [JsonPropertyName("checked_on")]
    public required string CheckedOn { get; init; }

    /// <summary>Regions in the order of the file.</summary>
    [JsonPropertyName("regions")]
    public required IReadOnlyList<AdviceRegion> Regions { get; init; }

    public AdviceRegion? Find(string? id) => Regions.FirstOrDefault(r => r.Id == id);

    public static AdviceChannels Load(string modelsFolder)
    {
        using var stream = File.OpenRead(Path.Combine(modelsFolder, "advice", "channels.json"));
        return JsonSerializer.Deserialize<AdviceChannels>(stream, JsonSerializerOptions.Web) ?? throw new InvalidDataException("models/advice/channels.json is empty");
    }
}
