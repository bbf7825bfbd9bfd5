using System.Globalization;
using System.Net.Mail;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fraud.Testing;

namespace Fraud.Report.Tests.Formats;

/// <summary>The part of JSON Schema that our schemas use; a keyword it does not know is an error, so that no rule goes unchecked.</summary>
internal sealed class JsonSchema
{
    private static readonly string[] Notes = ["$schema", "title", "description", "$defs"];
    private readonly JsonObject _root;

    private JsonSchema(JsonObject root) => _root = root;

    public static JsonSchema Load(string name) =>
        new(JsonNode.Parse(File.ReadAllText(Repo.TestFile("Fraud.Report.Tests", "Formats", "Schemas", $"{name}.schema.json")))!.AsObject());

    public List<string> Faults(JsonNode? value) => [.. Faults(_root, value, "$")];

    private IEnumerable<string> Faults(JsonObject schema, JsonNode? value, string at) =>
        schema.Where(k => !Notes.Contains(k.Key)).SelectMany(k => Keyword(schema, k.Key, k.Value!, value, at));

    private IEnumerable<string> Keyword(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string at) => keyword switch
    {
        "$ref" => Faults(_root["$defs"]![((string)rule!).Split('/')[^1]]!.AsObject(), value, at),
        "type" => Check(at, keyword, Kind(value) == (string)rule! || ((string)rule! == "number" && Kind(value) == "integer")),
        "const" => Check(at, keyword, JsonNode.DeepEquals(rule, value)),
        "enum" => Check(at, keyword, rule.AsArray().Any(r => JsonNode.DeepEquals(r, value))),
        "pattern" => Check(at, keyword, Kind(value) != "string" || Regex.IsMatch((string)value!, (string)rule!)),
        "format" => Check(at, keyword, Kind(value) != "string" || IsFormat((string)rule!, (string)value!)),
        "minLength" => Check(at, keyword, Kind(value) != "string" || ((string)value!).Length >= (int)rule),
        "maxLength" => Check(at, keyword, Kind(value) != "string" || ((string)value!).Length <= (int)rule),
        "minimum" => Check(at, keyword, (double)value! >= (double)rule),
        "maximum" => Check(at, keyword, (double)value! <= (double)rule),
        "minItems" => Check(at, keyword, value is not JsonArray few || few.Count >= (int)rule),
        "maxItems" => Check(at, keyword, value is not JsonArray many || many.Count <= (int)rule),
        "required" => rule.AsArray().SelectMany(n => Check(at, $"{n} missing", value is JsonObject o && o.ContainsKey((string)n!))),
        "properties" => value is JsonObject o ? rule.AsObject().Where(p => o.ContainsKey(p.Key)).SelectMany(p => Faults(p.Value!.AsObject(), o[p.Key], $"{at}.{p.Key}")) : [],
        "additionalProperties" => value is JsonObject closed ? closed.Where(p => schema["properties"]![p.Key] is null).Select(p => $"{at}.{p.Key} unknown") : [],
        "items" => value is JsonArray items ? items.SelectMany((item, i) => Faults(rule.AsObject(), item, $"{at}[{i}]")) : [],
        "if" => Faults(schema[Faults(rule.AsObject(), value, at).Any() ? "else" : "then"]?.AsObject() ?? [], value, at),
        "then" or "else" => [],
        _ => throw new NotSupportedException($"keyword {keyword}"),
    };

    private static string[] Check(string at, string what, bool holds) => holds ? [] : [$"{at}: {what}"];

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
        System.Text.Json.JsonValueKind.Number => double.IsInteger((double)value!) ? "integer" : "number",
        _ => "null",
    };

    private static bool IsFormat(string format, string text) => format switch
    {
        "uri" => Uri.IsWellFormedUriString(text, UriKind.Absolute),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        "date-time" => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        "email" => MailAddress.TryCreate(text, out _),
        _ => throw new NotSupportedException($"format {format}"),
    };
}
