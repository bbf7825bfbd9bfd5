using System.Security.Cryptography;
using System.Text;
using Fraud.Collect.Archives;
using Fraud.Collect.Decoding;
using Fraud.Collect.Extracting;
using Fraud.Collect.Fetching;
using Fraud.Collect.Html;
using Fraud.Collect.Importing.Chats;
using Fraud.Collect.Metering;
using Fraud.Collect.Sources;
using Fraud.Posts;

namespace Fraud.Collect.Importing;

/// <summary>Reads files of posts and pages into the store.</summary>
internal sealed class Importer(ICrawlStore store, AutoParser parser, FetchOptions options, ScreenshotReader screenshots, CollectMeter meter, TimeProvider time) : IImporter
{
    private const int BatchSize = 500;
    private const int MaxLineLength = 1024 * 1024;

    // Chats are exported in the time of whoever exports them, which in this trade is China's
    private static readonly TimeSpan ChatOffset = TimeSpan.FromHours(8);

    public async Task<ImportReport> ImportAsync(string path, string source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(source);
        await using var stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.ReadWrite });
        var tally = new ImportTally();
        var name = Path.GetFileName(path);
        await (Path.GetExtension(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name).ToUpperInvariant() switch
        {
            ".JSONL" or ".NDJSON" => ImportLinesAsync(stream, source, tally, cancellationToken),
            ".WARC" or ".WET" => ImportArchiveAsync(stream, source, tally, cancellationToken),
            ".PNG" or ".JPG" or ".JPEG" or ".WEBP" or ".BMP" or ".TIF" or ".TIFF" => ImportScreenshotAsync(stream, path, source, tally, cancellationToken),
            _ => ImportPageAsync(stream, name, source, tally, cancellationToken),
        });
        return tally.ToReport();
    }

    private async Task ImportLinesAsync(Stream stream, string source, ImportTally tally, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false));
        var batch = new List<Post>(BatchSize);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var (post, fault) = line.Length > MaxLineLength ? (null, "line too long") : PostLine.Read(line, source, time.GetUtcNow());
            if (post is null)
            {
                Refuse(tally, $"line {number}", fault);
                continue;
            }

            batch.Add(post);
            if (batch.Count == BatchSize)
            {
                await StoreAsync(null, batch, tally, cancellationToken);
                batch.Clear();
            }
        }

        await StoreAsync(null, batch, tally, cancellationToken);
    }

    private async Task ImportArchiveAsync(Stream stream, string source, ImportTally tally, CancellationToken cancellationToken)
    {
        var number = 0;
        try
        {
            await foreach (var record in WarcReader.ReadAsync(stream, options.MaxBodyBytes * 2, cancellationToken))
            {
                number++;
                if (record.Type == "conversion" && Uri.TryCreate(record.TargetUri, UriKind.Absolute, out var page) && page.Scheme is ("http" or "https"))
                {
                    await ImportPlainAsync(record, source, tally, cancellationToken);
                }

                if (record.Type is "response" or "resource" && Uri.TryCreate(record.TargetUri, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https"))
                {
                    await ImportRecordAsync(record, number, source, tally, cancellationToken);
                }
            }
        }
        catch (InvalidDataException e)
        {
            Refuse(tally, $"record {number + 1}", e.Message);
        }
    }

    private async Task ImportRecordAsync(WarcRecord record, int number, string source, ImportTally tally, CancellationToken cancellationToken)
    {
        var http = record.Type == "resource"
            ? new HttpBlock(200, new Dictionary<string, string> { ["Content-Type"] = record.Header("Content-Type") }, "", record.Block)
            : HttpBlock.Read(record.Block, options.MaxBodyBytes);
        if (record.IsOmitted || http is null)
        {
            Refuse(tally, $"record {number}", record.IsOmitted ? "too large" : "no readable HTTP answer");
            return;
        }

        var type = http.Headers.GetValueOrDefault("Content-Type", "");
        if (http.Status != 200 || !(type.Length == 0 || type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("xml", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var date = DateOf(record);
        var page = new PageCapture { Source = source, Url = record.TargetUri, FetchedAt = date, ContentType = type, Headers = http.HeaderText, Body = http.Body };
        await ParseAsync(page, new(record.TargetUri), $"record {number}", tally, cancellationToken);
    }

    // A WET file of Common Crawl: the words of a page without its markup
    private async Task ImportPlainAsync(WarcRecord record, string source, ImportTally tally, CancellationToken cancellationToken)
    {
        var text = HtmlText.Tidy(Encoding.UTF8.GetString(record.Block));
        if (text.Length > 0)
        {
            var post = new Post { Source = source, NativeId = record.TargetUri, Url = record.TargetUri, Text = text, FetchedAt = DateOf(record), Language = PageLanguage.Of(null, text) };
            await StoreAsync(null, [post], tally, cancellationToken);
        }
    }

    private async Task ImportScreenshotAsync(FileStream stream, string path, string source, ImportTally tally, CancellationToken cancellationToken)
    {
        var (text, fault) = stream.Length > options.MaxBodyBytes ? ("", "too large") : await screenshots.ReadAsync(path, cancellationToken);
        if (text.Length == 0)
        {
            Refuse(tally, Path.GetFileName(path), fault);
            return;
        }

        var body = new byte[stream.Length];
        await stream.ReadExactlyAsync(body, cancellationToken);
        var id = Convert.ToHexStringLower(SHA256.HashData(body));
        var page = new PageCapture { Source = source, Url = "http://import.invalid/" + Uri.EscapeDataString(Path.GetFileName(path)), FetchedAt = time.GetUtcNow(), ContentType = "image/" + Path.GetExtension(path).TrimStart('.').ToLowerInvariant(), Body = body };
        await StoreAsync(page, [new() { Source = source, NativeId = "screenshot/" + id, Text = text, FetchedAt = page.FetchedAt, Language = PageLanguage.Of(null, text) }], tally, cancellationToken);
    }

    private async Task ImportPageAsync(Stream stream, string name, string source, ImportTally tally, CancellationToken cancellationToken)
    {
        if (stream.Length > options.MaxBodyBytes)
        {
            Refuse(tally, name, "too large");
            return;
        }

        var body = new byte[stream.Length];
        await stream.ReadExactlyAsync(body, cancellationToken);
        var messages = await ChatExport.ReadAsync(Path.GetExtension(name), PageText.Decode(body, "").Text, source, time.GetUtcNow(), ChatOffset, cancellationToken);
        if (messages.Count > 0)
        {
            var export = new PageCapture { Source = source, Url = "http://import.invalid/" + Uri.EscapeDataString(name), FetchedAt = time.GetUtcNow(), Body = body };
            foreach (var batch in messages.Chunk(BatchSize))
            {
                await StoreAsync(export, batch, tally, cancellationToken);
            }

            return;
        }

        // A file has no address; its name stands in, so that importing it again finds the same posts
        var url = new Uri("http://import.invalid/" + Uri.EscapeDataString(name));
        var page = new PageCapture { Source = source, Url = url.AbsoluteUri, FetchedAt = time.GetUtcNow(), Body = body };
        await ParseAsync(page, url, name, tally, cancellationToken);
    }

    private DateTimeOffset DateOf(WarcRecord record) =>
        DateTimeOffset.TryParse(record.Header("WARC-Date"), null, System.Globalization.DateTimeStyles.AssumeUniversal, out var fetched) ? fetched : time.GetUtcNow();

    private async Task ParseAsync(PageCapture page, Uri url, string place, ImportTally tally, CancellationToken cancellationToken)
    {
        try
        {
            var parsed = await parser.ParseAsync(new() { Source = page.Source, Url = url, ContentType = page.ContentType, Headers = page.Headers, Body = page.Body, FetchedAt = page.FetchedAt }, cancellationToken);
            await StoreAsync(page, parsed.Posts, tally, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException and not IOException)
        {
            // One bad page never stops an import
            Refuse(tally, place, e.GetType().Name);
        }
    }

    private async Task StoreAsync(PageCapture? page, IReadOnlyList<Post> posts, ImportTally tally, CancellationToken cancellationToken)
    {
        if (posts.Count > 0)
        {
            tally.Add(posts.Count, await store.ImportAsync(page, [.. posts], cancellationToken));
            meter.Posts(posts[0].Source, posts.Count);
        }
    }

    private void Refuse(ImportTally tally, string place, string why)
    {
        tally.Refuse(place, why);
        meter.Refused("Import");
    }
}
