namespace Fraud.Collect.Archives;

/// <summary>Reads heads and blocks off a forward-only stream.</summary>
internal sealed class WarcInput(Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Skips the blank lines between records; false at the end of the file.</summary>
    public async Task<bool> SkipBlankLinesAsync(CancellationToken cancellationToken)
    {
        while (_start < _end || await FillAsync(cancellationToken))
        {
            if (_buffer[_start] is not ((byte)'\r' or (byte)'\n'))
            {
                return true;
            }

            _start++;
        }

        return false;
    }

    /// <summary>Reads up to a blank line; null when none comes within the limit.</summary>
    public async Task<byte[]?> ReadHeadAsync(int limit, CancellationToken cancellationToken)
    {
        using var head = new MemoryStream();
        var lineLength = 0;
        while (head.Length < limit && (_start < _end || await FillAsync(cancellationToken)))
        {
            var c = _buffer[_start++];
            head.WriteByte(c);
            if (c == '\n' && lineLength == 0)
            {
                return head.ToArray();
            }

            lineLength = c == '\n' ? 0 : lineLength + (c == '\r' ? 0 : 1);
        }

        return null;
    }

    /// <summary>Reads or skips a block; null when the file ends inside it. A skipped block is empty.</summary>
    public async Task<byte[]?> ReadBlockAsync(long length, bool keep, CancellationToken cancellationToken)
    {
        // Grows as bytes come, so that a false length costs nothing
        using var block = new MemoryStream(keep ? (int)Math.Min(length, 1024 * 1024) : 0);
        while (length > 0)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                return null;
            }

            var part = (int)Math.Min(length, _end - _start);
            if (keep)
            {
                block.Write(_buffer, _start, part);
            }

            _start += part;
            length -= part;
        }

        return block.ToArray();
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        (_start, _end) = (0, await stream.ReadAsync(_buffer, cancellationToken));
        return _end > 0;
    }
}
