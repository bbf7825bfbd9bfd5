using System.Globalization;
using System.Text;
using Fraud.Keys;

namespace Fraud.Scanning;

/// <summary>CSV by RFC 4180: a head line, fields quoted where they must be, CR LF.</summary>
internal sealed class CsvFormat : IFindingFormat
{
    private readonly Stream _output;
    private readonly IReadOnlyDictionary<string, KeyRule> _rules;

    public CsvFormat(Stream output, IReadOnlyDictionary<string, KeyRule> rules)
    {
        (_output, _rules) = (output, rules);
        Line("file", "line", "column", "rule", "issuer", "severity", "redacted", "fingerprint", "confidence", "commit", "revoke");
    }

    public void Write(ScanFinding finding)
    {
        var key = finding.Key;
        var severity = _rules.TryGetValue(key.Rule, out var rule) ? FindingWords.Word(rule.Severity) : "";
        Line(
            finding.File, Number(finding.Line), Number(finding.Column), key.Rule, key.Issuer, severity, key.Redacted, key.Fingerprint,
            FindingWords.Word(key.Confidence), finding.Commit, key.RevokeUrl);
    }

    public void End(IReadOnlyList<ScanFault> faults) => _output.Flush();

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private void Line(params ReadOnlySpan<string> fields)
    {
        var line = new StringBuilder();
        foreach (var field in fields)
        {
            line.Append(line.Length > 0 ? "," : "").Append(Quoted(field));
        }

        _output.Write(Encoding.UTF8.GetBytes(line.Append("\r\n").ToString()));
    }

    // A field that a spreadsheet would take for a formula is made text; file names are written by others
    private static string Quoted(string field)
    {
        var text = field.Length > 0 && field[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + field : field;
        return text.AsSpan().ContainsAny(",\"\r\n'") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
