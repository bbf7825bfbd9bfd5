using System.Text.Json;
using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats;

/// <summary>
/// Notices to issuers of leaked keys, in the shape of GitHub's secret scanning partner programme: an array of token, type, url, source. The token is the redacted form;
/// the key itself never leaves the installation, and its issuer finds it at the url.
/// </summary>
internal sealed class KeyNoticeFormat : IReportFormat
{
    // Names under which issuers know their keys already
    private static readonly Dictionary<string, string> KnownTypes = new(StringComparer.Ordinal)
    {
        ["key.anthropic.api"] = "anthropic_api_key",
        ["key.anthropic.admin"] = "anthropic_admin_api_key",
        ["key.alibaba.access-id"] = "alibaba_cloud_access_key_id",
    };

    public string Name => "key-notice";

    public string FileName => "key-notices.json";

    public async Task<long> WriteAsync(Stream output, ReportContext context, IAsyncEnumerable<ConfirmedCase> cases, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, FormatJson.Indented);
        long count = 0;
        json.WriteStartArray();
        await foreach (var confirmed in cases.WithCancellation(cancellationToken))
        {
            foreach (var key in confirmed.Assessed.Assessment.Keys.DistinctBy(k => k.Fingerprint))
            {
                count += Write(json, confirmed, key);
            }

            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        return count;
    }

    /// <summary>The type of key as an issuer would call it, such as "openai_project".</summary>
    public static string TypeOf(string rule) =>
        KnownTypes.GetValueOrDefault(rule) ?? rule[(rule.StartsWith("key.", StringComparison.Ordinal) ? 4 : 0)..].Replace('.', '_').Replace('-', '_');

    // Every place where the key was seen is a notice of its own, since each must be cleared
    private static int Write(Utf8JsonWriter json, ConfirmedCase confirmed, KeyFinding key)
    {
        var post = confirmed.Assessed.Post;
        var places = confirmed.Sightings.Select(s => (s.Url, SeenAt: s.SeenAt)).Prepend((post.Url, SeenAt: confirmed.FirstSeen())).DistinctBy(p => p.Url).ToList();
        foreach (var (url, seenAt) in places)
        {
            json.WriteStartObject();
            json.WriteString("token"u8, key.Redacted);
            json.WriteString("type"u8, TypeOf(key.Rule));
            json.WriteString("url"u8, WebAddress.Of(url) ?? "");
            json.WriteString("source"u8, "content");
            json.WriteString("issuer"u8, key.Issuer);
            json.WriteString("fingerprint"u8, key.Fingerprint);
            json.WriteString("seen_at"u8, EventHash.Time(seenAt));
            json.WriteNumber("case_id"u8, confirmed.CaseId);
            json.WriteEndObject();
        }

        return places.Count;
    }
}
