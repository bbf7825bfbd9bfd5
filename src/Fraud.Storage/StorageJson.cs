using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fraud.Storage;

/// <summary>
/// How records rest as JSON. Names and numbers of old rows must stay readable: add, never rename. By reflection, because generated readers
/// give null to a property that an old row lacks, whatever its initialiser says.
/// </summary>
internal static class StorageJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new TextJson() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static byte[] WriteBytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    public static T Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Options)!;
}
