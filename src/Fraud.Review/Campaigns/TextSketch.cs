using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace Fraud.Review.Campaigns;

/// <summary>
/// A sketch of a text by which near-duplicates are found: MinHash over runs of three characters of the normalised text (NFKC, lower case, letters and
/// digits only, digits alike, links and mentions dropped). The share of equal places of two sketches estimates the share of runs the texts have in common.
/// </summary>
internal static partial class TextSketch
{
    private const int Places = 128;
    private const int BandCount = 32;
    private const int BandPlaces = 3;
    private const int FewestRuns = 8;
    private static readonly (ulong Factor, ulong Shift)[] Hashes = MakeHashes();

    /// <summary>The signature, 128 numbers of 16 bits; empty when the text has too few runs to tell.</summary>
    public static byte[] Sign(string text)
    {
        var runs = Runs(Normalise(text));
        if (runs.Count < FewestRuns)
        {
            return [];
        }

        var signature = new byte[Places * 2];
        for (var i = 0; i < Places; i++)
        {
            var (factor, shift) = Hashes[i];
            var least = uint.MaxValue;
            foreach (var run in runs)
            {
                least = Math.Min(least, (uint)(((run * factor) + shift) >> 32));
            }

            BinaryPrimitives.WriteUInt16LittleEndian(signature.AsSpan(i * 2), (ushort)least);
        }

        return signature;
    }

    /// <summary>Hashes of groups of three places; two texts with half their runs in common share one of the 32 in 98 of 100 cases.</summary>
    public static IReadOnlyList<long> Bands(byte[] signature)
    {
        if (signature.Length != Places * 2)
        {
            return [];
        }

        var bands = new long[BandCount];
        for (var b = 0; b < BandCount; b++)
        {
            var value = (ulong)b + 1;
            foreach (var place in signature.AsSpan(b * BandPlaces * 2, BandPlaces * 2))
            {
                value = Mix(value ^ place);
            }

            bands[b] = (long)value;
        }

        return bands;
    }

    /// <summary>Estimated share of common runs, 0 to 1; 0 when one of them has no sketch.</summary>
    public static double Likeness(byte[] a, byte[] b)
    {
        if (a.Length != Places * 2 || b.Length != Places * 2)
        {
            return 0;
        }

        var equal = 0;
        for (var i = 0; i < a.Length; i += 2)
        {
            equal += a[i] == b[i] && a[i + 1] == b[i + 1] ? 1 : 0;
        }

        return (double)equal / Places;
    }

    internal static string Normalise(string text)
    {
        // A lone half of a surrogate pair cannot be normalised
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var words = Noise().Replace(whole, " ").Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var kept = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
            {
                if (kept.Length == 0 || kept[^1] != '0')
                {
                    kept.Append('0');
                }
            }
            else if (Rune.IsLetter(rune))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }

    private static HashSet<ulong> Runs(string text)
    {
        var runs = new HashSet<ulong>();
        for (var i = 0; i + 3 <= text.Length; i++)
        {
            runs.Add(Mix(text[i] | ((ulong)text[i + 1] << 16) | ((ulong)text[i + 2] << 32)));
        }

        return runs;
    }

    private static (ulong Factor, ulong Shift)[] MakeHashes()
    {
        var hashes = new (ulong, ulong)[Places];
        for (var i = 0; i < Places; i++)
        {
            hashes[i] = (Mix((ulong)i * 2) | 1, Mix(((ulong)i * 2) + 1));
        }

        return hashes;
    }

    // SplitMix64; fixed for ever, because sketches are stored
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    [GeneratedRegex(@"https?://\S+|@[\w.-]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noise();
}
