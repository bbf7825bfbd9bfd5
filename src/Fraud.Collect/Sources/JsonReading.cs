using System.Text.Json;

namespace Fraud.Collect.Sources;

/// <summary>Reads JSON of strangers: a missing or odd member is empty, never an exception.</summary>
internal static class JsonReading
{
    public static JsonElement Child(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var child) ? child : default;

    /// <summary>A string or number as text; empty for anything else.</summary>
    public static string Text(this JsonElement json, string name) => json.Child(name).AsText();

    public static string AsText(this JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => json.GetString()!,
                JsonValueKind.Number => json.GetRawText(),
                _ => "",
            };
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate escape is valid JSON but no text
            return "";
        }
    }

    public static bool IsTrue(this JsonElement json, string name) => json.Child(name).ValueKind == JsonValueKind.True;

    public static IEnumerable<JsonElement> List(this JsonElement json, string name) => json.Child(name).AsList();

    public static IEnumerable<JsonElement> AsList(this JsonElement json) => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];
}
