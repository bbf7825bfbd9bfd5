namespace Fraud.Collect.Archives;

/// <summary>What a WARC record carries, ready to be read.</summary>
/// <param name="Head">HTTP header lines; empty for records that are no HTTP message.</param>
/// <param name="Body">The body, transfer and content coding undone; the whole block for other records.</param>
public sealed record WarcPayload(string Head, ReadOnlyMemory<byte> Body)
{
    /// <summary>Reads a record's block; null when its body unpacks beyond the cap.</summary>
    public static WarcPayload? Read(WarcRecord record, int maxBodyBytes)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Type is not ("response" or "revisit") || !record.Block.AsSpan().StartsWith("HTTP/"u8))
        {
            return new("", record.Block);
        }

        return HttpBlock.Read(record.Block, maxBodyBytes) is { } http ? new(http.HeaderText, http.Body) : HasHead(record.Block) ? null : new("", record.Block);
    }

    private static bool HasHead(byte[] block) => block.AsSpan().IndexOf("\n\n"u8) >= 0 || block.AsSpan().IndexOf("\r\n\r\n"u8) >= 0;
}
