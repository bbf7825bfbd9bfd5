using System.Globalization;
using System.Text.Json.Nodes;
using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats.Misp;

/// <summary>One event in the making. All numbers are texts in MISP's JSON; empty lists are left out, for its schema refuses some of them.</summary>
internal sealed class MispEvent(ReportContext context, string name, ConfirmedCase first)
{
    private readonly MispParts _parts = new(context, name);
    private readonly SortedSet<PitchLabel> _labels = [];
    private bool _showsKeys;
    private int _cases;
    private DateTimeOffset _date = first.FirstSeen();
    private DateTimeOffset _changed = first.ConfirmedAt;

    public void Add(ConfirmedCase confirmed)
    {
        _cases++;
        _labels.Add(confirmed.Assessed.Assessment.Label);
        _showsKeys |= confirmed.ShowsKeys();
        _date = confirmed.FirstSeen() < _date ? confirmed.FirstSeen() : _date;
        _changed = confirmed.ConfirmedAt > _changed ? confirmed.ConfirmedAt : _changed;
        _parts.Add(confirmed);
    }

    public JsonObject ToJson()
    {
        var us = context.Id($"misp organisation {context.Options.Organisation}\n{context.Options.Domain}").ToString();
        var made = new JsonObject
        {
            ["uuid"] = context.Id($"misp {name}").ToString(),
            ["info"] = string.Create(CultureInfo.InvariantCulture, $"{_labels.Min.Name().En}: {name}, {_cases} confirmed"),
            ["date"] = _date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["threat_level_id"] = _labels.Max(l => l.Severity()) switch { >= 4 => "1", 3 => "2", > 0 => "3", _ => "4" },
            ["analysis"] = "2",
            // Whoever imports it decides how far it goes on
            ["distribution"] = "0",
            ["published"] = false,
            ["publish_timestamp"] = "0",
            ["timestamp"] = MispParts.Stamp(_changed),
            ["org_id"] = "1",
            ["orgc_id"] = "1",
            ["Org"] = new JsonObject { ["id"] = "1", ["name"] = context.Options.Organisation, ["uuid"] = us },
            ["Orgc"] = new JsonObject { ["id"] = "1", ["name"] = context.Options.Organisation, ["uuid"] = us },
            ["Tag"] = new JsonArray([.. Tags().Select(t => new JsonObject { ["name"] = t })]),
        };
        _parts.WriteTo(made);
        return made;
    }

    private IEnumerable<string> Tags()
    {
        yield return $"tlp:{context.Options.Tlp.Word()}";
        yield return $"ai-computer-assisted:review-level=\"{Confirmation.Review}\"";
        yield return $"estimative-language:likelihood-probability=\"{Confirmation.Words}\"";
        foreach (var galaxy in _labels.Select(l => Method.Of(l).Galaxy).Where(g => g.Length > 0).Distinct())
        {
            yield return galaxy;
        }

        if (_labels.Contains(PitchLabel.Phishing))
        {
            yield return "rsit:fraud=\"masquerade\"";
        }

        if (_showsKeys)
        {
            yield return "infoleak:automatic-detection=\"api-key\"";
            yield return "infoleak:confirmed=\"true-positive\"";
        }
    }
}
