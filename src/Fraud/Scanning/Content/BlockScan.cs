using System.Collections.Concurrent;
using System.Text;
using Fraud.Findings;
using Fraud.Keys;

namespace Fraud.Scanning;

/// <summary>
/// Scans a text of any length in blocks of bounded size. Blocks overlap on both sides by more than a key and its context, and each finding belongs to the
/// one block whose middle it begins in, so that nothing is lost or told twice at a border.
/// </summary>
internal sealed class BlockScan(KeyScanner scanner, ScanSettings settings)
{
    // Longer than the longest thing a rule takes, a wrapped private key included
    private const int Overlap = 64 << 10;
    private const int Block = (4 << 20) + (2 * Overlap);

    // As many as ever scanned at once; cleared before they come back, since they held content
    private readonly ConcurrentBag<byte[]> _buffers = [];

    public void Scan(string name, Stream stream, ScanTally tally)
    {
        var buffer = _buffers.TryTake(out var spare) ? spare : new byte[Block];
        var used = 0;
        try
        {
            Scan(name, stream, tally, buffer, ref used);
        }
        finally
        {
            buffer.AsSpan(0, used).Clear();
            _buffers.Add(buffer);
        }
    }

    private void Scan(string name, Stream stream, ScanTally tally, byte[] buffer, ref int used)
    {
        var place = new TextPlace();
        int length = 0, from = 0;
        for (var first = true; ; first = false)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            length += read;
            tally.Bytes += read;
            used = Math.Max(used, length);
            var window = buffer.AsSpan(0, length);
            from = first && window.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : from;
            var last = length < buffer.Length;
            var to = last ? length : CharacterStart(window, length - Overlap);
            Collect(name, window, from, to, place, tally);
            if (last)
            {
                return;
            }

            place.Advance(window[from..to]);
            var kept = to - Overlap;
            window[kept..].CopyTo(buffer);
            (from, length) = (to - kept, length - kept);
        }
    }

    private void Collect(string name, ReadOnlySpan<byte> window, int from, int to, TextPlace place, ScanTally tally)
    {
        var counted = from;
        foreach (var key in scanner.Scan(window))
        {
            if (key.Start < from || key.Start >= to)
            {
                continue;
            }

            if (settings.AllowMarks && AllowMark.Covers(window, key.Start, key.End, key.Rule))
            {
                tally.Allowed++;
                continue;
            }

            place.Advance(window[counted..key.Start]);
            counted = key.Start;
            tally.Add(new(name, place.Line, place.Column, key) { Clear = Clear(window, key) });
        }
    }

    private string? Clear(ReadOnlySpan<byte> window, KeyFinding key) => settings.ShowSecrets ? Encoding.UTF8.GetString(window[key.Start..key.End]) : null;

    /// <summary>The place, or a little before it, where a character begins.</summary>
    private static int CharacterStart(ReadOnlySpan<byte> text, int at)
    {
        for (var back = 0; back < 4; back++)
        {
            if ((text[at - back] & 0xC0) != 0x80)
            {
                return at - back;
            }
        }

        return at;
    }
}
