using System.Globalization;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace Fraud.Collect.Archives;

/// <summary>Reads WARC/1.0 and 1.1 as a stream, plain or gzipped record by record; never holds more than one record.</summary>
public static class WarcReader
{
    private const int MaxHeaderBytes = 64 * 1024;

    /// <summary>Reads all records in order. A block over the cap is skipped and the record given without it.</summary>
    /// <param name="stream">The file; gzip is recognised by its first bytes.</param>
    /// <param name="maxBlockBytes">Most bytes of one block kept in memory.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The file is damaged from here on; the records before it were given.</exception>
    public static async IAsyncEnumerable<WarcRecord> ReadAsync(Stream stream, int maxBlockBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var raw = PipeReader.Create(stream, new(bufferSize: 64 * 1024, leaveOpen: true));
        var first = await raw.ReadAtLeastAsync(2, cancellationToken);
        var packed = first.Buffer.Length >= 2 && first.Buffer.FirstSpan is [0x1F, 0x8B, ..];
        raw.AdvanceTo(first.Buffer.Start);
        await using var plain = packed ? new GZipStream(raw.AsStream(), CompressionMode.Decompress) : raw.AsStream();
        var input = new WarcInput(plain);
        for (var number = 1; await input.SkipBlankLinesAsync(cancellationToken); number++)
        {
            yield return await ReadRecordAsync(input, number, maxBlockBytes, cancellationToken);
        }
    }

    private static async Task<WarcRecord> ReadRecordAsync(WarcInput input, int number, int maxBlockBytes, CancellationToken cancellationToken)
    {
        var head = await input.ReadHeadAsync(MaxHeaderBytes, cancellationToken) ?? throw Damaged(number, "its header has no end");
        var lines = Encoding.UTF8.GetString(head).Split('\n');
        if (!lines[0].StartsWith("WARC/", StringComparison.Ordinal))
        {
            throw Damaged(number, "it does not begin with WARC/");
        }

        var headers = HeaderLines.Parse(lines.Skip(1));
        if (!long.TryParse(headers.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            throw Damaged(number, "its Content-Length is missing");
        }

        var block = await input.ReadBlockAsync(length, length <= maxBlockBytes, cancellationToken) ?? throw Damaged(number, "it is cut off");
        return new() { Headers = headers, Block = block, Length = length };
    }

    private static InvalidDataException Damaged(int number, string why) => new($"WARC record {number} is damaged: {why}.");
}
