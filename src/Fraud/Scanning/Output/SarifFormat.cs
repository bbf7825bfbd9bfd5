using System.Text.Json;
using Fraud.Keys;

namespace Fraud.Scanning;

/// <summary>SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code hosts. Written at the end, since the rules come first.</summary>
internal sealed class SarifFormat(Stream output, IReadOnlyDictionary<string, KeyRule> rules) : IFindingFormat
{
    private readonly List<ScanFinding> _findings = [];
    private readonly Dictionary<string, int> _places = [];

    public void Write(ScanFinding finding)
    {
        _findings.Add(finding);
        _places.TryAdd(finding.Key.Rule, _places.Count);
    }

    public void End(IReadOnlyList<ScanFault> faults)
    {
        using (var json = new Utf8JsonWriter(output, FindingWords.Json))
        {
            json.WriteStartObject();
            json.WriteString("$schema"u8, "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"u8);
            json.WriteString("version"u8, "2.1.0"u8);
            json.WriteStartArray("runs"u8);
            json.WriteStartObject();
            WriteTool(json);
            WriteInvocation(json, faults);
            json.WriteString("columnKind"u8, "utf16CodeUnits"u8);
            json.WriteStartArray("results"u8);
            _findings.ForEach(f => WriteResult(json, f));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool"u8);
        json.WriteStartObject("driver"u8);
        json.WriteString("name"u8, "fraud"u8);
        json.WriteString("semanticVersion"u8, typeof(KeyScanner).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules"u8);
        foreach (var id in _places.Keys)
        {
            WriteRule(json, id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteRule(Utf8JsonWriter json, string id)
    {
        rules.TryGetValue(id, out var rule);
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        WriteText(json, "shortDescription", rule?.Name ?? id);
        WriteText(json, "help", $"Leaked key{(rule is null ? "" : " of " + rule.Issuer)}: revoke and replace it first, then remove it{(rule?.Revoke.Length > 0 ? $". Revoke: {rule.Revoke}" : ".")}");
        if (Uri.TryCreate(rule?.Revoke, UriKind.Absolute, out var link))
        {
            json.WriteString("helpUri"u8, link.AbsoluteUri);
        }

        json.WriteStartObject("properties"u8);
        json.WriteStartArray("tags"u8);
        json.WriteStringValue("security"u8);
        json.WriteStringValue("secret"u8);
        json.WriteEndArray();
        json.WriteString("security-severity"u8, rule?.Severity switch { KeySeverity.Critical => "9.5", KeySeverity.High => "8.0", KeySeverity.Medium => "5.5", _ => "3.0" });
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, IReadOnlyList<ScanFault> faults)
    {
        json.WriteStartArray("invocations"u8);
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful"u8, faults.Count == 0);
        json.WriteStartArray("toolExecutionNotifications"u8);
        foreach (var fault in faults)
        {
            json.WriteStartObject();
            json.WriteString("level"u8, "error"u8);
            WriteText(json, "message", $"{fault.Place}: {fault.Why}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteResult(Utf8JsonWriter json, ScanFinding finding)
    {
        var key = finding.Key;
        json.WriteStartObject();
        json.WriteString("ruleId"u8, key.Rule);
        json.WriteNumber("ruleIndex"u8, _places[key.Rule]);
        json.WriteString("level"u8, key.Confidence == Findings.KeyConfidence.Low ? "warning"u8 : "error"u8);
        WriteText(json, "message", $"{key.Issuer} key {key.Redacted}: revoke it first, then remove it.");
        json.WriteStartObject("partialFingerprints"u8);
        json.WriteString("key/v1"u8, key.Fingerprint);
        json.WriteEndObject();
        WriteLocation(json, finding);
        if (finding.Commit.Length > 0)
        {
            json.WriteStartObject("properties"u8);
            json.WriteString("commit"u8, finding.Commit);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, ScanFinding finding)
    {
        json.WriteStartArray("locations"u8);
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation"u8);
        json.WriteStartObject("artifactLocation"u8);
        json.WriteString("uri"u8, Address(finding.File));
        json.WriteEndObject();
        json.WriteStartObject("region"u8);
        json.WriteNumber("startLine"u8, finding.Line);
        json.WriteNumber("startColumn"u8, finding.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>A relative reference for relative paths, so that a code host finds the file in its tree.</summary>
    private static string Address(string file)
    {
        var path = Uri.EscapeDataString(file.Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal);
        return Path.IsPathRooted(file) ? "file://" + (path.StartsWith('/') ? "" : "/") + path : path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }
}
