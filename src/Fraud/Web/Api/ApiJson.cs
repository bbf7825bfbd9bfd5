using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fraud.Findings;

namespace Fraud.Web;

/// <summary>JSON of the API: snake case, labels and other enums as words.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // Chinese stays readable; the answer is application/json and never spliced into a page
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new PitchLabelConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
    }

    private sealed class PitchLabelConverter : JsonConverter<PitchLabel>
    {
        public override PitchLabel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PitchLabels.TryParse(reader.GetString(), out var label) ? label : throw new JsonException("unknown label");

        public override void Write(Utf8JsonWriter writer, PitchLabel value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id());
    }
}
