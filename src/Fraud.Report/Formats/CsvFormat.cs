using System.Globalization;
using System.Text;
using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats;

/// <summary>RFC 4180: a header, one line a case, UTF-8. Lists within a cell are separated by "; ".</summary>
internal sealed class CsvFormat : IReportFormat
{
    private static readonly (string Name, Func<ConfirmedCase, ReportContext, string> Read)[] Columns =
    [
        ("case_id", (c, _) => Number(c.CaseId)),
        ("confirmed_at", (c, _) => EventHash.Time(c.ConfirmedAt)),
        ("confirmed_by", (c, r) => r.Reviewers.Of(c.ConfirmedBy)),
        ("reason", (c, _) => c.Reason),
        ("label", (c, _) => c.Assessed.Assessment.Label.Id()),
        ("label_code", (c, _) => c.Assessed.Assessment.Label.Code()),
        ("score", (c, _) => Number(c.Assessed.Assessment.Score)),
        ("risk", (c, _) => Number(c.Assessed.Assessment.Risk)),
        ("source", (c, _) => c.Assessed.Post.Source),
        ("url", (c, _) => c.Assessed.Post.Url),
        ("title", (c, _) => c.Assessed.Post.Title),
        ("text", (c, _) => c.Assessed.Post.Text),
        ("author", (c, _) => c.Assessed.Post.Author),
        ("language", (c, _) => c.Assessed.Post.Language),
        ("posted_at", (c, _) => Time(c.Assessed.Post.PostedAt)),
        ("fetched_at", (c, _) => EventHash.Time(c.Assessed.Post.FetchedAt)),
        ("price", (c, _) => c.Assessed.Post.Listing?.Price?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("currency", (c, _) => c.Assessed.Post.Listing?.Currency ?? ""),
        ("seller", (c, _) => c.Assessed.Post.Listing?.Seller ?? ""),
        ("offer_kind", (c, _) => c.Assessed.Assessment.Offer?.Kind ?? ""),
        ("usd_per_1m", (c, _) => Number(c.Assessed.Assessment.Offer?.UsdPer1M)),
        ("pay_fraction", (c, _) => Number(c.Assessed.Assessment.Offer?.PayFraction)),
        ("contacts", (c, _) => List(c.Assessed.Assessment.Contacts.Select(t => $"{t.Kind}:{t.Value} ({t.Role})"))),
        ("keys", (c, _) => List(c.Assessed.Assessment.Keys.Select(k => $"{k.Issuer}:{k.Redacted} ({k.Fingerprint})"))),
        ("rules", (c, _) => List(c.Assessed.Assessment.Findings.Select(f => f.Rule).Where(r => r != Finding.Rest).Distinct())),
        ("campaign_id", (c, _) => c.CampaignId is { } id ? Number(id) : ""),
        ("sightings", (c, _) => Number(c.Sightings.Count)),
        ("evidence_sha256", (c, _) => c.EvidenceSha256),
        ("evidence_at", (c, _) => Time(c.EvidenceAt)),
        ("event_hash", (c, _) => c.EventHash),
        ("model", (c, _) => c.Assessed.Assessment.Model),
        ("policy", (c, _) => c.Assessed.Assessment.Policy),
    ];

    public string Name => "csv";

    public string FileName => "cases.csv";

    public async Task<long> WriteAsync(Stream output, ReportContext context, IAsyncEnumerable<ConfirmedCase> cases, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(CsvLine.Write(Columns.Select(c => c.Name)));
        long count = 0;
        await foreach (var confirmed in cases.WithCancellation(cancellationToken))
        {
            await writer.WriteAsync(CsvLine.Write(Columns.Select(c => c.Read(confirmed, context))));
            count++;
        }

        return count;
    }

    private static string List(IEnumerable<string> values) => string.Join("; ", values);

    private static string Time(DateTimeOffset? moment) => moment is { } at ? EventHash.Time(at) : "";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 6).ToString(CultureInfo.InvariantCulture) : "";
}
