using System.Buffers;
using System.Buffers.Text;
using Fraud.Keys.Filters;
using Fraud.Keys.Patterns;

namespace Fraud.Keys.Decoding;

/// <summary>Base64 and hex: decodes a run where what comes out reads like text.</summary>
internal static class EncodedRun
{
    /// <summary>Shorter runs cannot hold a key.</summary>
    public const int MinLength = 32;

    private const int SampleLength = 32;
    private const int MaxLines = 4096;
    private static readonly ByteSet _base64 = ByteSet.Parse("A-Za-z0-9+/_-");

    /// <summary>Length of the run that starts here.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text, int max) => _base64.RunLength(text, max);

    /// <summary>Start of the run around a place.</summary>
    public static int StartOf(ReadOnlySpan<byte> text, int at, int max) => at - _base64.RunLengthBackwards(text[..at], max);

    /// <summary>
    /// Gathers the run from here into <paramref name="lines"/>, over line ends where an encoder wrapped it; returns where it ends.
    /// </summary>
    public static int Gather(ReadOnlySpan<byte> text, int start, int max, DecodedText lines)
    {
        var at = start;
        var width = 0;
        for (var line = 0; line < MaxLines && lines.Length < max; line++)
        {
            var length = _base64.RunLength(text[at..], max - lines.Length);
            lines.AddPlain(text, at, at + length);
            at += length;
            width = line == 0 ? length : width;
            var gap = length == width && length is >= 56 and <= 80 && length % 4 == 0 ? LineEnd(text[at..]) : 0;
            if (gap == 0 || at + gap >= text.Length || !_base64.Contains(text[at + gap]))
            {
                break;
            }

            at += gap;
        }

        return at;
    }

    /// <summary>Decodes the gathered run; each way that gives text is handed on.</summary>
    public static void Decode(DecodedText run, DecodedText to, Action<DecodedText> found)
    {
        if (Hex.Is(run.Bytes))
        {
            DecodeHex(run, to, found);
        }

        // Text in base64 has all three; a long name in code mostly has not
        if (!run.Bytes.ContainsAnyInRange((byte)'0', (byte)'9') || !run.Bytes.ContainsAnyInRange((byte)'A', (byte)'Z') || !run.Bytes.ContainsAnyInRange((byte)'a', (byte)'z'))
        {
            return;
        }

        for (var phase = 0; phase < 4 && run.Length - phase >= MinLength; phase++)
        {
            DecodeBase64(run, phase, to, found);
        }
    }

    private static void DecodeHex(DecodedText run, DecodedText to, Action<DecodedText> found)
    {
        to.Clear();
        Span<byte> one = stackalloc byte[1];
        for (var i = 0; i + 2 <= run.Length; i += 2)
        {
            Convert.FromHexString(run.Bytes.Slice(i, 2), one, out _, out _);
            Add(one[0], run.OriginOf(i, i + 2), to);
            if (i == SampleLength && !ReadsLikeText(to.Bytes))
            {
                return;
            }
        }

        Finish(to, found);
    }

    private static void DecodeBase64(DecodedText run, int phase, DecodedText to, Action<DecodedText> found)
    {
        var length = run.Length - phase;
        length -= length % 4 == 1 ? 1 : 0;
        var body = run.Bytes.Slice(phase, length);
        Span<byte> sample = stackalloc byte[SampleLength];
        var last = (length - SampleLength) & ~3;
        if (!SampleReads(body[..SampleLength], sample) && !SampleReads(body.Slice((last / 2) & ~3, SampleLength), sample) && !SampleReads(body.Slice(last, SampleLength), sample))
        {
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        to.Clear();
        var decoded = DecodeTo(body, buffer);
        for (var i = 0; i < decoded; i++)
        {
            var from = phase + (i / 3 * 4) + (i % 3);
            Add(buffer[i], run.OriginOf(from, Math.Min(from + 2, run.Length)), to);
        }

        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        Finish(to, found);
    }

    private static bool SampleReads(ReadOnlySpan<byte> body, Span<byte> buffer)
    {
        var length = DecodeTo(body, buffer);
        return length > 0 && ReadsLikeText(buffer[..length]);
    }

    private static int DecodeTo(ReadOnlySpan<byte> body, Span<byte> buffer)
    {
        // Both alphabets are in use; the decoder knows one
        Span<byte> url = body.Length <= 256 ? stackalloc byte[256] : new byte[body.Length];
        url = url[..body.Length];
        body.CopyTo(url);
        url.Replace((byte)'+', (byte)'-');
        url.Replace((byte)'/', (byte)'_');

        // Bits left over behind the last byte make the strict decoder refuse: leave that group out
        return Base64Url.DecodeFromUtf8(url, buffer, out _, out var written) is OperationStatus.Done or OperationStatus.InvalidData ? written : 0;
    }

    /// <summary>UTF-16 in the run (as PowerShell encodes) loses its zeros.</summary>
    private static void Add(byte value, Origin origin, DecodedText to)
    {
        if (value != 0)
        {
            to.Add(value, origin.Start, origin.End);
        }
    }

    private static void Finish(DecodedText to, Action<DecodedText> found)
    {
        if (to.Length > 0)
        {
            found(to);
        }

        to.Clear();
    }

    /// <summary>Hardly a control character, and mostly ASCII.</summary>
    private static bool ReadsLikeText(ReadOnlySpan<byte> bytes)
    {
        int printable = 0, control = 0;
        foreach (var b in bytes)
        {
            printable += b is (>= 32 and < 127) or 9 or 10 or 13 or 0 ? 1 : 0;
            control += b is < 32 and not (9 or 10 or 13 or 0) or 127 ? 1 : 0;
        }

        return control == 0 && printable * 10 >= bytes.Length * 6;
    }

    private static int LineEnd(ReadOnlySpan<byte> text)
    {
        var at = text.StartsWith("\\r\\n"u8) ? 4 : text.StartsWith("\\n"u8) ? 2 : text.StartsWith("\r\n"u8) ? 2 : text.StartsWith("\n"u8) ? 1 : 0;
        while (at > 0 && at < text.Length && at < 64 && text[at] is (byte)' ' or (byte)'\t')
        {
            at++;
        }

        return at;
    }
}
