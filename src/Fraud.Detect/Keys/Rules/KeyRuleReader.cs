using System.Text.Json;

namespace Fraud.Keys;

/// <summary>Reads one rule file. By hand, since a start of the program waits for it and a wrong name should be told.</summary>
internal static class KeyRuleReader
{
    private static readonly JsonDocumentOptions _options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="InvalidDataException">The bytes are not a rule file.</exception>
    public static IReadOnlyList<KeyRule> Read(ReadOnlyMemory<byte> json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json, _options);
            var root = document.RootElement;
            var issuer = root.GetProperty("issuer").GetString()!;
            var revoke = root.TryGetProperty("revoke", out var link) ? link.GetString()! : "";
            List<KeyRule> rules = [];
            foreach (var rule in root.GetProperty("rules").EnumerateArray())
            {
                rules.Add(Rule(rule, issuer, revoke));
            }

            return rules;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{file} is not a rule file: {e.Message}", e);
        }
    }

    private static KeyRule Rule(JsonElement json, string issuer, string revoke)
    {
        var rule = new KeyRule { Id = Text(json, "id"), Name = Text(json, "name"), Since = Text(json, "since"), Issuer = issuer, Revoke = revoke };
        foreach (var property in json.EnumerateObject())
        {
            rule = With(rule, property);
        }

        return rule;
    }

    private static KeyRule With(KeyRule rule, JsonProperty property)
    {
        var value = property.Value;
        return property.Name switch
        {
            "id" or "name" or "since" => rule,
            "issuer" => rule with { Issuer = value.GetString()! },
            "revoke" => rule with { Revoke = value.GetString()! },
            "severity" => rule with { Severity = Named<KeySeverity>(value) },
            "confidence" => rule with { Confidence = Named<Findings.KeyConfidence>(value) },
            "place" => rule with { Place = Named<KeyPlace>(value) },
            "keywords" => rule with { Keywords = Texts(value) },
            "ignoreCase" => rule with { IgnoreCase = value.GetBoolean() },
            "offset" => rule with { Offset = value.GetInt32() },
            "before" => rule with { Before = value.GetString()! },
            "pattern" => rule with { Pattern = value.GetString()! },
            "left" => rule with { Left = value.GetString()! },
            "right" => rule with { Right = value.GetString()! },
            "window" => rule with { Window = value.GetInt32() },
            "cue" => rule with { Cue = value.GetBoolean() },
            "owners" => rule with { Owners = Texts(value) },
            "ownersOf" => rule with { OwnersOf = value.GetString()! },
            "near" => rule with { Near = Texts(value) },
            "checks" => rule with { Checks = Texts(value) },
            "proofs" => rule with { Proofs = Texts(value) },
            "minEntropy" => rule with { MinEntropy = value.GetDouble() },
            "runs" => rule with { Runs = value.GetBoolean() },
            "words" => rule with { Words = value.GetBoolean() },
            "fallback" => rule with { Fallback = value.GetBoolean() },
            "examples" => rule with { Examples = Texts(value) },
            "counterExamples" => rule with { CounterExamples = Texts(value) },
            _ => throw new FormatException($"{rule.Id} has an unknown field {property.Name}"),
        };
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string[] Texts(JsonElement json)
    {
        var texts = new string[json.GetArrayLength()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = json[i].GetString()!;
        }

        return texts;
    }

    private static T Named<T>(JsonElement json)
        where T : struct, Enum => Enum.TryParse<T>(json.GetString(), ignoreCase: true, out var value) ? value : throw new FormatException($"unknown value {json.GetString()}");
}
