using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats.Stix;

/// <summary>Writes what is said of a single case: observables, the observation, the reviewer's note.</summary>
internal sealed partial class StixCaseWriter(StixObjects make, StixBundle bundle)
{
    private const int LongestQuote = 4000;

    public async Task WriteAsync(ConfirmedCase confirmed, StixCluster cluster)
    {
        var place = StixObservables.Place(make, confirmed);
        var seller = StixObservables.Seller(make, confirmed);
        var refs = new List<string>();
        foreach (var observable in seller.Prepend(place).OfType<JsonObject>())
        {
            refs.Add((string)observable["id"]!);
            await bundle.AddAsync(observable);
        }

        var label = confirmed.Assessed.Assessment.Label;
        await bundle.AddAsync(make.AttackPattern(label));
        var about = new List<string> { make.MethodId(label) };
        // An observation must observe something; an import may come without any address
        if (refs.Count > 0)
        {
            var observation = Observation(confirmed, refs);
            about.Insert(0, (string)observation["id"]!);
            await bundle.AddAsync(observation);
            Remember(confirmed, cluster, seller, about[0]);
        }

        await bundle.AddAsync(Note(confirmed, about));
    }

    private static void Remember(ConfirmedCase confirmed, StixCluster cluster, IEnumerable<JsonObject> seller, string observation)
    {
        foreach (var observable in seller)
        {
            var id = (string)observable["id"]!;
            if (!cluster.Signs.TryGetValue(id, out var sign))
            {
                cluster.Signs.Add(id, sign = new(observable, confirmed.FirstSeen()));
            }

            sign.Add(observation, confirmed.FirstSeen(), confirmed.LastSeen());
        }
    }

    private JsonObject Observation(ConfirmedCase confirmed, IReadOnlyList<string> refs)
    {
        var made = make.Make("observed-data", Name(confirmed), confirmed.ConfirmedAt, confirmed.ConfirmedAt);
        made["first_observed"] = EventHash.Time(confirmed.FirstSeen());
        made["last_observed"] = EventHash.Time(confirmed.LastSeen());
        made["number_observed"] = 1 + confirmed.Sightings.Count;
        made["object_refs"] = new JsonArray([.. refs.Select(r => JsonValue.Create(r))]);
        made["labels"] = new JsonArray(confirmed.Assessed.Assessment.Label.Id());
        made["external_references"] = References(confirmed);
        return made;
    }

    private JsonObject Note(ConfirmedCase confirmed, IEnumerable<string> about)
    {
        var made = make.Make("note", Name(confirmed), confirmed.ConfirmedAt, confirmed.ConfirmedAt);
        made["abstract"] = $"Why case {confirmed.CaseId.ToString(CultureInfo.InvariantCulture)} was confirmed";
        made["content"] = Content(confirmed);
        made["authors"] = new JsonArray(make.Context.Reviewers.Of(confirmed.ConfirmedBy));
        made["object_refs"] = new JsonArray([.. about.Select(r => JsonValue.Create(r))]);
        made["external_references"] = References(confirmed);
        return made;
    }

    private static string Content(ConfirmedCase confirmed)
    {
        var assessment = confirmed.Assessed.Assessment;
        var text = new StringBuilder();
        text.Append(confirmed.Reason.Length > 0 ? confirmed.Reason : "Confirmed by a reviewer.").Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"Label {assessment.Label.Code()} {assessment.Label.Name().En}, probability {assessment.Score:0.00}; model {assessment.Model}, policy {assessment.Policy}.\n");
        foreach (var key in assessment.Keys)
        {
            text.Append(CultureInfo.InvariantCulture, $"Key of {key.Issuer}: {key.Redacted}, fingerprint {key.Fingerprint}.\n");
        }

        var words = confirmed.Assessed.Post.Body;
        return text.Append("Words of the post:\n").Append(words.Length <= LongestQuote ? words : words[..LongestQuote] + "…").ToString();
    }

    private static JsonArray References(ConfirmedCase confirmed)
    {
        var references = new JsonArray(new JsonObject { ["source_name"] = "fraud-case", ["external_id"] = confirmed.CaseId.ToString(CultureInfo.InvariantCulture) });
        if (confirmed.EventHash.Length > 0)
        {
            references.Add(new JsonObject { ["source_name"] = "fraud-audit-event", ["external_id"] = confirmed.EventHash });
        }

        if (Sha256().IsMatch(confirmed.EvidenceSha256))
        {
            var evidence = new JsonObject { ["source_name"] = "fraud-evidence", ["description"] = "The page as it was fetched" };
            if (WebAddress.Of(confirmed.Assessed.Post.Url) is { } url)
            {
                evidence["url"] = url;
                evidence["hashes"] = new JsonObject { ["SHA-256"] = confirmed.EvidenceSha256 };
            }
            else
            {
                evidence["external_id"] = confirmed.EvidenceSha256;
            }

            references.Add(evidence);
        }

        return references;
    }

    private static string Name(ConfirmedCase confirmed) => $"case {confirmed.CaseId.ToString(CultureInfo.InvariantCulture)}";

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Sha256();
}
