using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fraud.Cases;

namespace Fraud.Report.Delivery;

/// <summary>The manifest as JSON: snake case, UTC milliseconds. Reading is strict: a double or unknown name is an error.</summary>
internal static class ManifestJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new MomentConverter() },
    };

    public static byte[] Write(ReportManifest manifest) => [.. JsonSerializer.SerializeToUtf8Bytes(manifest, Options), (byte)'\n'];

    /// <summary>The manifest; null when the bytes are none of ours.</summary>
    public static ReportManifest? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<ReportManifest>(bytes, Options);
            return manifest is { Form: ReportManifest.CurrentForm } && manifest.Files.All(f => f is not null) ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class MomentConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var moment) ? moment : throw new JsonException("not a moment");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(EventHash.Time(value));
    }
}
