using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fraud.Findings;
using Fraud.Keys;

namespace Fraud.Scanning;

/// <summary>Words and shapes the formats share.</summary>
internal static class FindingWords
{
    /// <summary>JSON with Chinese and signs as they are.</summary>
    public static JsonWriterOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Word(KeyConfidence confidence) => confidence switch
    {
        KeyConfidence.Low => "low",
        KeyConfidence.Medium => "medium",
        _ => "high",
    };

    public static string Word(KeySeverity severity) => severity switch
    {
        KeySeverity.Low => "low",
        KeySeverity.Medium => "medium",
        KeySeverity.High => "high",
        _ => "critical",
    };

    /// <summary>A name without signs that move a terminal's cursor or break a line: file names are written by others.</summary>
    public static string Plain(string name)
    {
        if (!name.AsSpan().ContainsAnyInRange('\0', '\x1F') && !name.AsSpan().ContainsAnyInRange('\x7F', '\x9F'))
        {
            return name;
        }

        var plain = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            plain.Append(char.IsControl(c) ? '\uFFFD' : c);
        }

        return plain.ToString();
    }

    /// <summary>The finding as one JSON object; "commit" only for findings of history.</summary>
    public static void WriteJson(Utf8JsonWriter json, ScanFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("file"u8, finding.File);
        json.WriteNumber("line"u8, finding.Line);
        json.WriteNumber("column"u8, finding.Column);
        json.WriteString("rule"u8, finding.Key.Rule);
        json.WriteString("redacted"u8, finding.Key.Redacted);
        json.WriteString("fingerprint"u8, finding.Key.Fingerprint);
        json.WriteString("confidence"u8, Word(finding.Key.Confidence));
        if (finding.Commit.Length > 0)
        {
            json.WriteString("commit"u8, finding.Commit);
        }

        json.WriteEndObject();
    }
}
