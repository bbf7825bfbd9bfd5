using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Fraud.Posts;

namespace Fraud.Collect.Archives;

/// <summary>Writes frozen pages as WARC/1.1, for export to whoever examines evidence. The same pages give the same bytes.</summary>
public sealed class WarcWriter(Stream output, bool gzip)
{
    private static readonly string[] NoLongerTrue = ["Content-Encoding", "Transfer-Encoding", "Content-Length"];

    /// <summary>Writes the record that says what made the file.</summary>
    public Task WriteInfoAsync(string fileName, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var block = Encoding.UTF8.GetBytes("software: Fraud\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n");
        return WriteAsync("warcinfo", now, [("WARC-Filename", fileName), ("Content-Type", "application/warc-fields")], block, cancellationToken);
    }

    /// <summary>Writes a page as a response record. Headers that spoke of the packed body are kept under other names, since the body is stored unpacked.</summary>
    public Task WriteAsync(PageCapture page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {page.Status} {Reason(page.Status)}\r\n"));
        foreach (var line in page.Headers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r')))
        {
            head.Append(NoLongerTrue.Any(n => line.StartsWith(n + ":", StringComparison.OrdinalIgnoreCase)) ? "X-Archive-Orig-" : "").Append(line).Append("\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {page.Body.Length}\r\n\r\n");
        byte[] block = [.. Encoding.UTF8.GetBytes(head.ToString()), .. page.Body];
        (string, string)[] fields = [("WARC-Target-URI", page.Url), ("WARC-Payload-Digest", Digest(page.Body)), ("Content-Type", "application/http; msgtype=response")];
        return WriteAsync("response", page.FetchedAt, fields, block, cancellationToken);
    }

    private async Task WriteAsync(string type, DateTimeOffset date, (string Name, string Value)[] fields, byte[] block, CancellationToken cancellationToken)
    {
        var moment = date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var digest = Digest(block);
        var head = new StringBuilder("WARC/1.1\r\n");
        head.Append(CultureInfo.InvariantCulture, $"WARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{IdOf($"{type} {moment} {digest} {string.Join(' ', fields)}")}>\r\nWARC-Date: {moment}\r\n");
        foreach (var (name, value) in fields)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {OneLine(value)}\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"WARC-Block-Digest: {digest}\r\nContent-Length: {block.Length}\r\n\r\n");
        byte[] record = [.. Encoding.UTF8.GetBytes(head.ToString()), .. block, .. "\r\n\r\n"u8];
        if (!gzip)
        {
            await output.WriteAsync(record, cancellationToken);
            return;
        }

        // A member a record, so that a reader can jump
        await using var member = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        await member.WriteAsync(record, cancellationToken);
    }

    // From the content, so that writing again gives the same file
    private static Guid IdOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static string Digest(ReadOnlySpan<byte> bytes) => "sha256:" + Base32(SHA256.HashData(bytes));

    private static string Base32(byte[] bytes)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (buffer, bits) = ((buffer << 8) | b, bits + 8);
            while (bits >= 5)
            {
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
                bits -= 5;
            }
        }

        return bits > 0 ? text.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");

    private static string Reason(int status) => status is >= 200 and < 300 ? "OK" : "Other";
}
