using System.Buffers;
using System.Text.Json;
using Fraud.Cases;
using Fraud.Checking;
using Fraud.Posts;

namespace Fraud.Report.Formats;

/// <summary>One JSON object a line: everything we have on the case; "assessment" has the shape of `fraud check`.</summary>
internal sealed class JsonLinesFormat : IReportFormat
{
    public string Name => "jsonl";

    public string FileName => "cases.jsonl";

    public async Task<long> WriteAsync(Stream output, ReportContext context, IAsyncEnumerable<ConfirmedCase> cases, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, FormatJson.Compact);
        long count = 0;
        await foreach (var confirmed in cases.WithCancellation(cancellationToken))
        {
            Write(json, confirmed, context);
            await json.FlushAsync(cancellationToken);
            buffer.Write("\n"u8);
            await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
            buffer.ResetWrittenCount();
            json.Reset();
            count++;
        }

        return count;
    }

    private static void Write(Utf8JsonWriter json, ConfirmedCase confirmed, ReportContext context)
    {
        json.WriteStartObject();
        json.WriteNumber("case_id"u8, confirmed.CaseId);
        json.WriteString("confirmed_at"u8, EventHash.Time(confirmed.ConfirmedAt));
        json.WriteString("confirmed_by"u8, context.Reviewers.Of(confirmed.ConfirmedBy));
        json.WriteString("reason"u8, confirmed.Reason);
        if (confirmed.CampaignId is { } campaign)
        {
            json.WriteNumber("campaign_id"u8, campaign);
        }

        json.WriteString("event_hash"u8, confirmed.EventHash);
        WriteEvidence(json, confirmed);
        WritePost(json, confirmed.Assessed.Post);
        WriteSightings(json, confirmed.Sightings);
        json.WritePropertyName("assessment"u8);
        CheckJson.Write(json, null, confirmed.Assessed.Assessment);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, ConfirmedCase confirmed)
    {
        if (confirmed.EvidenceSha256.Length == 0)
        {
            return;
        }

        json.WriteStartObject("evidence"u8);
        json.WriteString("sha256"u8, confirmed.EvidenceSha256);
        Time(json, "fetched_at", confirmed.EvidenceAt);
        json.WriteEndObject();
    }

    private static void WritePost(Utf8JsonWriter json, Post post)
    {
        json.WriteStartObject("post"u8);
        json.WriteString("source"u8, post.Source);
        json.WriteString("native_id"u8, post.NativeId);
        json.WriteString("url"u8, post.Url);
        json.WriteString("title"u8, post.Title);
        json.WriteString("text"u8, post.Text);
        json.WriteString("author"u8, post.Author);
        json.WriteString("language"u8, post.Language);
        Time(json, "posted_at", post.PostedAt);
        Time(json, "fetched_at", post.FetchedAt);
        if (post.Listing is { } listing)
        {
            WriteListing(json, listing);
        }

        json.WriteStartArray("links"u8);
        foreach (var link in post.Links)
        {
            json.WriteStringValue(link);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteListing(Utf8JsonWriter json, Listing listing)
    {
        json.WriteStartObject("listing"u8);
        if (listing.Price is { } price)
        {
            json.WriteNumber("price"u8, price);
        }

        json.WriteString("currency"u8, listing.Currency);
        json.WriteString("seller"u8, listing.Seller);
        json.WriteString("seller_url"u8, listing.SellerUrl);
        json.WriteEndObject();
    }

    private static void WriteSightings(Utf8JsonWriter json, IReadOnlyList<CaseSighting> sightings)
    {
        json.WriteStartArray("sightings"u8);
        foreach (var sighting in sightings)
        {
            json.WriteStartObject();
            json.WriteString("source"u8, sighting.Source);
            json.WriteString("url"u8, sighting.Url);
            Time(json, "seen_at", sighting.SeenAt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Time(Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } at)
        {
            json.WriteString(name, EventHash.Time(at));
        }
    }
}
