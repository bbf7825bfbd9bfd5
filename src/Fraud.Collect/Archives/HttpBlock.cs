using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Fraud.Collect.Archives;

/// <summary>The HTTP answer inside a response record.</summary>
internal sealed record HttpBlock(int Status, IReadOnlyDictionary<string, string> Headers, string HeaderText, byte[] Body)
{
    /// <summary>Reads an answer and undoes its transfer and content coding; null when it is none or unpacks beyond the cap.</summary>
    public static HttpBlock? Read(ReadOnlySpan<byte> block, int maxBodyBytes)
    {
        var end = block.IndexOf("\r\n\r\n"u8) is var crlf && crlf >= 0 ? crlf + 4 : block.IndexOf("\n\n"u8) + 2;
        if (end < 4 || !block.StartsWith("HTTP/"u8))
        {
            return null;
        }

        var lines = Encoding.Latin1.GetString(block[..end]).Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        var status = lines[0].Split(' ') is [_, var code, ..] && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var headers = HeaderLines.Parse(lines.Skip(1));
        var body = block[end..].ToArray();
        if (headers.GetValueOrDefault("Transfer-Encoding", "").Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            body = Dechunk(body) ?? body;
        }

        var plain = Decompress(body, headers.GetValueOrDefault("Content-Encoding", ""), maxBodyBytes);
        return plain is null ? null : new(status, headers, string.Join('\n', lines.Skip(1).Where(l => l.Length > 0)), plain);
    }

    // Many writers store the plain body and leave the header; then there are no chunks to undo
    private static byte[]? Dechunk(byte[] body)
    {
        using var plain = new MemoryStream(body.Length);
        var rest = body.AsSpan();
        while (rest.IndexOf("\r\n"u8) is > 0 and < 20 and var line)
        {
            var size = Encoding.Latin1.GetString(rest[..line]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0 || length > rest.Length - line - 2)
            {
                return null;
            }

            plain.Write(rest.Slice(line + 2, length));
            if (length == 0)
            {
                return plain.ToArray();
            }

            rest = rest[Math.Min(rest.Length, line + 2 + length + 2)..];
        }

        return rest.IsEmpty && plain.Length > 0 ? plain.ToArray() : null;
    }

    private static byte[]? Decompress(byte[] body, string coding, int maxBytes)
    {
        using var packed = new MemoryStream(body);
        using Stream? unpacker = coding.Trim().ToUpperInvariant() switch
        {
            "GZIP" or "X-GZIP" => new GZipStream(packed, CompressionMode.Decompress),
            "BR" => new BrotliStream(packed, CompressionMode.Decompress),
            "DEFLATE" => new ZLibStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (unpacker is null)
        {
            return body.Length > maxBytes ? null : body;
        }

        try
        {
            using var plain = new MemoryStream();
            var buffer = new byte[32 * 1024];
            int read;
            while ((read = unpacker.Read(buffer)) > 0)
            {
                if (plain.Length + read > maxBytes)
                {
                    return null;
                }

                plain.Write(buffer, 0, read);
            }

            return plain.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // Stored plain although the header says packed
            return body;
        }
    }
}
