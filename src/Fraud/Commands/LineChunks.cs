using System.Runtime.CompilerServices;

namespace Fraud.Commands;

/// <summary>Cuts a stream into lines and hands over all that have arrived, so that a slow writer gets its answers at once and a fast one is read in large pieces.</summary>
internal static class LineChunks
{
    /// <summary>A longer line is handed over cut off, which makes it unreadable but leaves the rest in order.</summary>
    public const int LongestLine = 64 << 20;

    private const int Piece = 1 << 17;

    /// <summary>Whole lines without their ends, as they arrive; each list is valid until the next.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[Piece];
        var (held, skipping) = (0, false);
        var lines = new List<ReadOnlyMemory<byte>>();
        while (true)
        {
            var read = await input.ReadAsync(buffer.AsMemory(held), cancellationToken);
            lines.Clear();
            var taken = Cut(buffer.AsMemory(0, held + read), lines, ref skipping, atEnd: read == 0);
            if (lines.Count > 0)
            {
                yield return lines;
            }

            if (read == 0)
            {
                yield break;
            }

            held = held + read - taken;
            buffer.AsSpan(taken, held).CopyTo(buffer);
            if (held == buffer.Length && held < LongestLine)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
            else if (held == buffer.Length)
            {
                lines.Clear();
                lines.Add(skipping ? default : buffer.AsMemory(0, 64));
                (held, skipping) = (0, true);
                yield return lines;
            }
        }
    }

    private static int Cut(ReadOnlyMemory<byte> bytes, List<ReadOnlyMemory<byte>> lines, ref bool skipping, bool atEnd)
    {
        var start = 0;
        while (bytes[start..].Span.IndexOf((byte)'\n') is >= 0 and var length)
        {
            if (!skipping)
            {
                lines.Add(Trim(bytes.Slice(start, length)));
            }

            skipping = false;
            start += length + 1;
        }

        if (atEnd && start < bytes.Length && !skipping)
        {
            lines.Add(Trim(bytes[start..]));
        }

        return start;
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line)
    {
        line = line.Length > 0 && line.Span[^1] == '\r' ? line[..^1] : line;
        return line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;
    }
}
