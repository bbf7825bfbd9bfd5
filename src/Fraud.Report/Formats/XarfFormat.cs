using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats;

/// <summary>XARF 4 (https://xarf.org), one report a line, for hosts and registrars: "fraud" where something is offered, "exposed_data" where keys are shown. A case without an address has no host to report to.</summary>
internal sealed class XarfFormat : IReportFormat
{
    private const string Version = "4.2.0";
    private const int MostSamples = 5;
    private const int LongestDescription = 1000;
    private const int LongestText = 64 * 1024;

    public string Name => "xarf";

    public string FileName => "xarf.jsonl";

    public async Task<long> WriteAsync(Stream output, ReportContext context, IAsyncEnumerable<ConfirmedCase> cases, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        long count = 0;
        await foreach (var confirmed in cases.WithCancellation(cancellationToken))
        {
            foreach (var report in Reports(confirmed, context))
            {
                await writer.WriteAsync(report.ToJsonString(FormatJson.Node));
                await writer.WriteAsync('\n');
                count++;
            }
        }

        return count;
    }

    private static IEnumerable<JsonObject> Reports(ConfirmedCase confirmed, ReportContext context)
    {
        if (WebAddress.Of(confirmed.Assessed.Post.Url) is not { } url || WebAddress.HostOf(url) is not { } host)
        {
            yield break;
        }

        if (confirmed.IsPitch())
        {
            yield return Fraud(Head(confirmed, context, "fraud", url, host), confirmed);
        }

        if (confirmed.ShowsKeys())
        {
            yield return ExposedData(Head(confirmed, context, "exposed_data", url, host), confirmed);
        }
    }

    private static JsonObject Head(ConfirmedCase confirmed, ReportContext context, string type, string url, string host)
    {
        var report = new JsonObject
        {
            ["xarf_version"] = Version,
            ["report_id"] = context.Id($"xarf {type} case {confirmed.CaseId}").ToString(),
            ["timestamp"] = EventHash.Time(confirmed.FirstSeen()),
            ["reporter"] = Us(context),
            ["sender"] = Us(context),
            ["source_identifier"] = host,
            ["category"] = "content",
            ["type"] = type,
            ["evidence_source"] = "crawler",
            ["confidence"] = Confirmation.Fraction,
            ["description"] = Confirmation.Cut(confirmed.Signs(), LongestDescription),
            ["url"] = url,
            ["verified_at"] = EventHash.Time(confirmed.ConfirmedAt),
            ["verification_method"] = "manual",
            ["tags"] = Tags(confirmed),
            ["evidence"] = new JsonArray(Evidence(confirmed)),
        };
        if (WebAddress.DomainOf(url) is { } domain)
        {
            report["domain"] = domain;
        }

        return report;
    }

    private static JsonObject Us(ReportContext context) =>
        new() { ["org"] = context.Options.Organisation, ["contact"] = context.Options.Contact, ["domain"] = context.Options.Domain };

    private static JsonArray Tags(ConfirmedCase confirmed)
    {
        var tags = new JsonArray($"fraud:{confirmed.Assessed.Assessment.Label.Id()}", $"case:{confirmed.CaseId}");
        if (confirmed.CampaignId is { } campaign)
        {
            tags.Add($"campaign:{campaign}");
        }

        return tags;
    }

    private static JsonObject Evidence(ConfirmedCase confirmed)
    {
        var words = Encoding.UTF8.GetBytes(Confirmation.Cut(confirmed.Assessed.Post.Body, LongestText));
        return new()
        {
            ["content_type"] = "text/plain",
            ["description"] = confirmed.EvidenceSha256.Length > 0 ? $"Words of the post, secrets masked; SHA-256 of the page as fetched: {Confirmation.Cut(confirmed.EvidenceSha256, 64)}" : "Words of the post, secrets masked",
            ["payload"] = Convert.ToBase64String(words),
            ["hash"] = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(words))}",
            ["size"] = words.Length,
        };
    }

    private static JsonObject Fraud(JsonObject report, ConfirmedCase confirmed)
    {
        report["fraud_type"] = Method.Of(confirmed.Assessed.Assessment.Label).XarfFraud;
        var wallets = confirmed.SellerContacts().Select(c => (Currency: Currency(c.Kind), c.Value)).Where(w => w.Currency is not null).ToList();
        if (wallets.Count > 0)
        {
            report["payment_methods"] = new JsonArray("cryptocurrency");
            report["cryptocurrency_addresses"] = new JsonArray([.. wallets.Select(w => new JsonObject { ["currency"] = w.Currency, ["address"] = w.Value })]);
        }

        return report;
    }

    private static string? Currency(string kind) => kind switch
    {
        "btc" => "bitcoin",
        "eth" => "ethereum",
        "tron" or "solana" => "other",
        _ => null,
    };

    private static JsonObject ExposedData(JsonObject report, ConfirmedCase confirmed)
    {
        var keys = confirmed.Assessed.Assessment.Keys;
        report["data_types"] = new JsonArray("api_keys");
        report["exposure_method"] = confirmed.IsPitch() ? "intentional_leak" : "forum_post";
        report["record_count"] = keys.Count;
        report["affected_organization"] = string.Join(", ", keys.Select(k => k.Issuer).Distinct());
        report["encryption_status"] = "unencrypted";
        report["accessibility"] = "public";
        report["discovery_source"] = "automated_scan";
        report["sample_records"] = new JsonArray([.. keys.Take(MostSamples).Select(Sample)]);
        return report;
    }

    private static JsonObject Sample(KeyFinding key) => new() { ["description"] = $"API key of {key.Issuer}", ["redacted_sample"] = key.Redacted };
}
