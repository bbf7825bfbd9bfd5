using System.Buffers;
using System.IO.Compression;

namespace Fraud.Collect.Fetching;

/// <summary>Reads a body under caps on its decompressed size and its compression ratio, since streamed decompression has no limit of its own.</summary>
internal static class BodyReader
{
    private const int RatioGrace = 1024 * 1024;
    private const int BufferSize = 32 * 1024;

    /// <summary>Reads and decompresses.</summary>
    /// <param name="content">The answer's content.</param>
    /// <param name="limit">Most bytes after decompression.</param>
    /// <param name="maxRatio">Most decompressed bytes for one compressed byte, beyond the first MiB.</param>
    /// <param name="truncate">Cut at the limit instead of refusing.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The body, or null with the reason it was refused.</returns>
    public static async Task<(byte[]? Body, string Refusal)> ReadAsync(HttpContent content, int limit, int maxRatio, bool truncate, CancellationToken cancellationToken)
    {
        var coding = string.Join(',', content.Headers.ContentEncoding);
        var declared = content.Headers.ContentLength;
        if (declared > limit && !truncate && coding.Length == 0)
        {
            return (null, "body over the size cap");
        }

        await using var raw = new CountingStream(await content.ReadAsStreamAsync(cancellationToken));
        await using var plain = Decode(raw, coding);
        if (plain is null)
        {
            return (null, "unknown content coding");
        }

        using var body = new MemoryStream((int)Math.Min(declared ?? BufferSize, Math.Min(limit, 1024 * 1024)));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await plain.ReadAsync(buffer, cancellationToken)) > 0)
            {
                var room = limit - (int)body.Length;
                body.Write(buffer, 0, Math.Min(read, room));
                if (read > room)
                {
                    return truncate ? (body.ToArray(), "") : (null, "body over the size cap");
                }

                if (plain != raw && body.Length > RatioGrace && body.Length > raw.Count * maxRatio)
                {
                    return (null, "body over the compression ratio cap");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return (body.ToArray(), "");
    }

    private static Stream? Decode(Stream raw, string coding) => coding.Trim().ToUpperInvariant() switch
    {
        "" or "IDENTITY" => raw,
        "GZIP" or "X-GZIP" => new GZipStream(raw, CompressionMode.Decompress),
        "BR" => new BrotliStream(raw, CompressionMode.Decompress),
        "DEFLATE" => new ZLibStream(raw, CompressionMode.Decompress),
        _ => null,
    };
}
