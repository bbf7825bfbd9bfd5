using System.Text.Encodings.Web;
using System.Text.Json;
using Fraud.Findings;
using Fraud.Keys;

namespace Fraud.Scanning;

/// <summary>Findings for people, as JSON lines, as one JSON array, or as SARIF 2.1.</summary>
internal sealed class ScanOutput(TextWriter output, string format)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<ScanFinding> _kept = [];

    public int Count { get; private set; }

    public void Add(IReadOnlyList<ScanFinding> findings)
    {
        Count += findings.Count;
        foreach (var finding in findings)
        {
            switch (format)
            {
                case "jsonl":
                    output.WriteLine(JsonSerializer.Serialize(Shape(finding), Relaxed));
                    break;
                case "pretty":
                    output.WriteLine($"{finding.File}:{finding.Line}:{finding.Column}  {finding.Key.Issuer}  {finding.Key.Redacted}  ({finding.Key.Rule}, {Word(finding.Key.Confidence)})");
                    break;
                default:
                    _kept.Add(finding);
                    break;
            }
        }
    }

    public void Close()
    {
        if (format == "json")
        {
            output.WriteLine(JsonSerializer.Serialize(_kept.Select(Shape), Relaxed));
        }
        else if (format == "sarif")
        {
            output.WriteLine(JsonSerializer.Serialize(Sarif(), Relaxed));
        }

        output.Flush();
    }

    private static object Shape(ScanFinding f) => new
    {
        file = f.File,
        line = f.Line,
        column = f.Column,
        rule = f.Key.Rule,
        redacted = f.Key.Redacted,
        fingerprint = f.Key.Fingerprint,
        confidence = Word(f.Key.Confidence),
    };

    private static string Word(KeyConfidence confidence) => confidence switch
    {
        KeyConfidence.Low => "low",
        KeyConfidence.Medium => "medium",
        KeyConfidence.High => "high",
        _ => throw new InvalidOperationException("unknown confidence"),
    };

    private Dictionary<string, object> Sarif() => new()
    {
        ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new[]
        {
            new
            {
                tool = new { driver = new { name = "fraud", version = typeof(KeyScanner).Assembly.GetName().Version!.ToString(3), rules = _kept.DistinctBy(f => f.Key.Rule).Select(f => new { id = f.Key.Rule, shortDescription = new { text = $"Leaked key of {f.Key.Issuer}" } }) } },
                results = _kept.Select(f => new
                {
                    ruleId = f.Key.Rule,
                    level = f.Key.Confidence == KeyConfidence.Low ? "warning" : "error",
                    message = new { text = $"{f.Key.Issuer} key {f.Key.Redacted}: revoke it first, then remove it." },
                    partialFingerprints = new Dictionary<string, string> { ["key/v1"] = f.Key.Fingerprint },
                    locations = new[] { new { physicalLocation = new { artifactLocation = new { uri = Uri.EscapeDataString(f.File).Replace("%2F", "/", StringComparison.Ordinal) }, region = new { startLine = f.Line, startColumn = f.Column } } } },
                }),
            },
        },
    };
}
