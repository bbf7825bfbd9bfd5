using System.Buffers;
using System.Buffers.Text;
using Fraud.Keys.Filters;
using Fraud.Keys.Literals;
using Fraud.Keys.Patterns;

namespace Fraud.Keys.Decoding;

/// <summary>Base64 and hex: decodes a run where what comes out reads like text.</summary>
internal static class EncodedRun
{
    /// <summary>Shorter runs cannot hold a key.</summary>
    public const int MinLength = 32;

    private const int SampleLength = 32;
    private const int MaxLines = 4096;
    private static readonly byte[] _values = Values();
    private static readonly ByteSet _base64 = ByteSet.Parse("A-Za-z0-9+/_-");

    /// <summary>The run around a place, at most so far either way; without a block's length of it behind the place only what stands there.</summary>
    public static (int Start, int End) Around(ReadOnlySpan<byte> text, int at, int max)
    {
        var run = _base64.RunLength(text[at..], max);
        return (run < LiteralSearch.DenseLength ? at : at - _base64.RunLengthBackwards(text[..at], max), at + run);
    }

    /// <summary>A cheap look: whether a few samples decoded read like text. A long name in code mostly has no digit, a hash decodes to noise.</summary>
    public static bool MayDecode(ReadOnlySpan<byte> run)
    {
        if (run.Length < MinLength || !run.ContainsAnyInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        if (Hex.Is(run) && HexReads(run))
        {
            return true;
        }

        return run.ContainsAnyInRange((byte)'A', (byte)'Z') && run.ContainsAnyInRange((byte)'a', (byte)'z') && FirstPhase(run, 0) < 4;
    }

    /// <summary>The first way from this one on, of the four to start in a run, in which a sample reads like text; 4 if there is none.</summary>
    private static int FirstPhase(ReadOnlySpan<byte> run, int phase)
    {
        for (; phase < 4 && run.Length - phase >= SampleLength; phase++)
        {
            var body = run[phase..];
            var last = (body.Length - SampleLength) & ~3;
            if (SampleReads(body) || (last >= SampleLength && SampleReads(body[last..])) || (last >= 4 * SampleLength && SampleReads(body[((last / 2) & ~3)..])))
            {
                return phase;
            }
        }

        return 4;
    }

    /// <summary>Whether a sample decoded reads like text; most that does not shows it in the first few bytes.</summary>
    private static bool SampleReads(ReadOnlySpan<byte> body)
    {
        var printable = 0;
        for (var i = 0; i < SampleLength; i += 4)
        {
            var bits = (_values[body[i]] << 18) | (_values[body[i + 1]] << 12) | (_values[body[i + 2]] << 6) | _values[body[i + 3]];
            for (var shift = 16; shift >= 0; shift -= 8)
            {
                var b = (byte)(bits >> shift);
                if (IsControl(b))
                {
                    return false;
                }

                printable += b < 127 ? 1 : 0;
            }
        }

        return IsMostly(printable, SampleLength / 4 * 3);
    }

    private static bool HexReads(ReadOnlySpan<byte> run)
    {
        Span<byte> sample = stackalloc byte[SampleLength / 2];
        return Convert.FromHexString(run[..SampleLength], sample, out _, out var written) == OperationStatus.Done && ReadsLikeText(sample[..written]);
    }

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
        if (Hex.Is(run.Bytes) && HexReads(run.Bytes))
        {
            DecodeHex(run, to, found);
        }

        for (var phase = FirstPhase(run.Bytes, 0); phase < 4; phase = FirstPhase(run.Bytes, phase + 1))
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
        }

        Finish(to, found);
    }

    private static void DecodeBase64(DecodedText run, int phase, DecodedText to, Action<DecodedText> found)
    {
        var length = run.Length - phase;
        length -= length % 4 == 1 ? 1 : 0;
        var body = run.Bytes.Slice(phase, length);
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

    /// <summary>No control character, and mostly ASCII.</summary>
    private static bool ReadsLikeText(ReadOnlySpan<byte> bytes)
    {
        var printable = 0;
        foreach (var b in bytes)
        {
            if (IsControl(b))
            {
                return false;
            }

            printable += b < 127 ? 1 : 0;
        }

        return IsMostly(printable, bytes.Length);
    }

    private static bool IsControl(byte b) => b is < 32 and not (0 or 9 or 10 or 13) or 127;

    private static bool IsMostly(int printable, int length) => printable * 10 >= length * 6;

    /// <summary>What each character of either alphabet stands for.</summary>
    private static byte[] Values()
    {
        var values = new byte[256];
        for (byte i = 0; i < 64; i++)
        {
            values["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[i]] = i;
        }

        (values['-'], values['_']) = (62, 63);
        return values;
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
