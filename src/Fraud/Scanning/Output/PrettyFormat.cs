using System.Globalization;
using System.Text;
using Fraud.Keys;

namespace Fraud.Scanning;

/// <summary>For a person: one line a key, then where each issuer's keys are revoked.</summary>
internal sealed class PrettyFormat(Stream output, IReadOnlyDictionary<string, KeyRule> rules) : IFindingFormat
{
    private readonly SortedDictionary<string, string> _revoke = new(StringComparer.Ordinal);
    private bool _any;

    public void Write(ScanFinding finding)
    {
        var key = finding.Key;
        var severity = rules.TryGetValue(key.Rule, out var rule) ? FindingWords.Word(rule.Severity) + ", " : "";
        var commit = finding.Commit.Length > 0 ? $"{finding.Commit[..12]}:" : "";
        Line(string.Create(CultureInfo.InvariantCulture,
            $"{commit}{FindingWords.Plain(finding.File)}:{finding.Line}:{finding.Column}  {key.Issuer}  {Shown(finding)}  ({severity}{key.Rule}, {FindingWords.Word(key.Confidence)} confidence)"));
        _any = true;
        if (key.RevokeUrl.Length > 0)
        {
            _revoke[key.Issuer] = key.RevokeUrl;
        }
    }

    public void End(IReadOnlyList<ScanFault> faults)
    {
        if (_any)
        {
            Line("\nRevoke and replace each key first; whoever saw it keeps it after it is deleted here.");
        }

        foreach (var (issuer, url) in _revoke)
        {
            Line($"  {issuer}: {url}");
        }
    }

    private static string Shown(ScanFinding finding) => FindingWords.Plain(finding.Clear ?? finding.Key.Redacted);

    private void Line(string text) => output.Write(Encoding.UTF8.GetBytes(text + "\n"));
}
