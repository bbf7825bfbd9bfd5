using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fraud.Collect.Decoding;
using Fraud.Collect.Extracting;
using Fraud.Collect.Html;

namespace Fraud.Benchmarks.Extraction;

/// <summary>A page with its main text as people marked it, cut into blocks.</summary>
internal sealed partial class LabelledPage
{
    public required string Id { get; init; }

    /// <summary>Host of the page, without "www.".</summary>
    public required string Site { get; init; }

    /// <summary>"article", "forum", "product", …</summary>
    public required string Kind { get; init; }

    /// <summary>Words of the marked text.</summary>
    public required string[] Gold { get; init; }

    /// <summary>Words of each block.</summary>
    public required string[][] Blocks { get; init; }

    public required float[][] Rows { get; init; }

    /// <summary>Share of each block that is marked.</summary>
    public required float[] Labels { get; init; }

    /// <summary>Reads one page of a set laid out as ground-truth/ID.json and html/ID.html.gz; null when it is not marked.</summary>
    public static async Task<LabelledPage?> ReadAsync(string folder, string id)
    {
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "ground-truth", id + ".json")));
        var truth = json.RootElement.GetProperty("ground_truth");
        if (truth.ValueKind != JsonValueKind.Object || !truth.TryGetProperty("main_content", out var content) || content.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        await using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, "html", id + ".html.gz")), CompressionMode.Decompress);
        using var html = new MemoryStream();
        await packed.CopyToAsync(html);
        using var document = await SafeHtml.ParseAsync(PageText.Decode(html.ToArray(), "text/html; charset=utf-8").Text, CancellationToken.None);
        var page = BlockReader.Read(document);
        var words = page.Blocks.Select(b => Words(b.Text)).ToArray();
        var gold = Words(content.GetString()!);
        return new()
        {
            Id = id,
            Site = SiteOf(UrlOf(json.RootElement)),
            Kind = KindOf(json.RootElement),
            Gold = gold,
            Blocks = words,
            Rows = new BlockFeatures(page, PageFacts.Read(document)).Compute(),
            Labels = BlockLabels.Align(words, gold),
        };
    }

    public static string[] Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    public static string SiteOf(string url) => Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : "http://" + url, UriKind.Absolute, out var parsed) ? parsed.IdnHost.Replace("www.", "", StringComparison.OrdinalIgnoreCase) : "";

    private static string UrlOf(JsonElement root) =>
        root.TryGetProperty("url", out var url) || (root.TryGetProperty("_internal", out var inner) && inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty("url", out url)) ? url.GetString() ?? "" : "";

    private static string KindOf(JsonElement root) =>
        root.TryGetProperty("_internal", out var inner) && inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty("page_type", out var type) && type.ValueKind == JsonValueKind.Object
            ? type.GetProperty("primary").GetString() ?? "article" : "article";

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
