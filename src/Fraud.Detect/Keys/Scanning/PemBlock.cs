using Fraud.Keys.Filters;
using Fraud.Keys.Patterns;

namespace Fraud.Keys.Scanning;

/// <summary>Finds the private key behind "-----BEGIN", however its lines were broken: \n in a string, indented, quoted, one line, HTML.</summary>
internal static class PemBlock
{
    private const int MaxLength = 16 * 1024;
    private const int MaxLabel = 48;
    private const int MinBody = 64;

    // What lies between two marks of a block is for a third at least its letters; else the marks are of two
    private const int MinShare = 3;
    private static readonly ByteSet _base64 = ByteSet.Parse("A-Za-z0-9+/=");

    /// <summary>Whether a private key begins here; its end, and the letters of its body that are surely key.</summary>
    public static bool TryFind(ReadOnlySpan<byte> text, int at, out int end, out ReadOnlySpan<byte> body)
    {
        end = at;
        body = default;
        var header = Header(text[at..]);
        if (header.IndexOf("PRIVATE KEY"u8) < 0)
        {
            return false;
        }

        var start = at + header.Length;
        var limit = Math.Min(text.Length, start + MaxLength);
        var close = text[start..limit].IndexOf("-----"u8);
        end = close < 0 ? limit : start + close;
        var (longest, total, last) = Measure(text, start, end, whole: close >= 0);
        body = text.Slice(longest.Start, longest.Length);

        // Without an end mark the block goes as far as its letters do
        end = close < 0 ? last : start + close + Header(text[(start + close)..]).Length;
        return total >= MinBody && (close < 0 || total * MinShare >= close) && longest.Length >= 16 && Entropy.Of(body) >= 3.5 && !Placeholder.Is(body, runs: true);
    }

    /// <summary>"-----BEGIN … KEY-----" or "-----END … KEY-----" at the start of the text; empty when it is cut short.</summary>
    public static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> text)
    {
        var close = text.Length > 5 ? text[5..Math.Min(text.Length, MaxLabel + 10)].IndexOf("-----"u8) : -1;
        return close < 0 || text[5..(close + 5)].IndexOfAny((byte)'\n', (byte)'<') >= 0 ? default : text[..(close + 10)];
    }

    /// <summary>The longest run of base64, the number of letters in runs long enough to be key, and where the last of those ends.</summary>
    private static ((int Start, int Length) Longest, int Total, int Last) Measure(ReadOnlySpan<byte> text, int start, int end, bool whole)
    {
        var longest = (Start: start, Length: 0);
        int total = 0, last = start, other = 0;
        for (var i = start; i < end && (whole || other < 64);)
        {
            // A line end written as \n must not give its n to the run
            if (text[i] == '\\' && i + 1 < end && text[i + 1] is (byte)'n' or (byte)'r')
            {
                i += 2;
                continue;
            }

            var run = _base64.RunLength(text[i..end], MaxLength);
            if (run == 0)
            {
                other++;
                i++;
                continue;
            }

            if (run >= 16 || (total > 0 && run >= 2 && i + run == end))
            {
                total += run;
                last = i + run;
                other = 0;
                longest = run > longest.Length ? (i, run) : longest;
            }
            else
            {
                other += run;
            }

            i += run;
        }

        return (longest, total, last);
    }
}
