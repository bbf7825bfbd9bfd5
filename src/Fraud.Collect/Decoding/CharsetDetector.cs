using System.Collections.Frozen;
using System.Text;
using System.Text.Unicode;

namespace Fraud.Collect.Decoding;

/// <summary>Guesses the charset of undeclared bytes: what decodes without fault into the commonest characters of a language wins.</summary>
internal static class CharsetDetector
{
    private const int SampleBytes = 64 * 1024;
    private const double RejectedFaults = 0.02;

    private static readonly (Charset Charset, Func<char, double> Worth)[] Candidates =
    [
        (Charsets.Gb18030, Chinese),
        (Charsets.Big5, Chinese),
        (Charsets.ShiftJis, Japanese),
        (Charsets.EucJp, Japanese),
        (Charsets.EucKr, Korean),
        (Charsets.Windows1251, c => Letter(c, CommonCharacters.Cyrillic, 'а', 'ё')),
        (Charsets.Koi8R, c => Letter(c, CommonCharacters.Cyrillic, 'а', 'ё')),
        (Charsets.Windows1252, Latin),
        (Charsets.Find("windows-1253")!, c => Letter(c, CommonCharacters.Greek, '\u0370', '\u03FF')),
        (Charsets.Find("windows-1255")!, c => Letter(c, CommonCharacters.Hebrew, '\u0590', '\u05FF')),
        (Charsets.Find("windows-1256")!, c => Letter(c, CommonCharacters.Arabic, '\u0600', '\u06FF')),
        (Charsets.Find("windows-874")!, c => Letter(c, CommonCharacters.Thai, '\u0E00', '\u0E7F')),
    ];

    public static Charset Detect(ReadOnlySpan<byte> body)
    {
        if (Utf16(body) is { } wide)
        {
            return wide;
        }

        if (Ascii.IsValid(body))
        {
            return body.IndexOf("\e$B"u8) >= 0 || body.IndexOf("\e$@"u8) >= 0 ? Charsets.Iso2022Jp : Charsets.Utf8;
        }

        if (IsUtf8(body))
        {
            return Charsets.Utf8;
        }

        var sample = Sample(body);
        var best = (Charset: Charsets.Windows1252, Score: 0.0);
        foreach (var (charset, worth) in Candidates)
        {
            var score = Score(charset.Decode(sample), worth);
            if (score > best.Score)
            {
                best = (charset, score);
            }
        }

        return best.Charset;
    }

    /// <summary>Places that could not be decoded.</summary>
    public static int Faults(string text) => text.AsSpan().Count(Charset.Replacement);

    /// <summary>Faults that a cut-off page or a stray byte explains.</summary>
    public static int Tolerated(int length) => 2 + (length / 2000);

    // Faults are few against the sequences that are right: a page glued together from parts, or cut inside a character
    private static bool IsUtf8(ReadOnlySpan<byte> body)
    {
        if (Utf8.IsValid(body))
        {
            return true;
        }

        var text = Charsets.Utf8.Decode(body[..Math.Min(body.Length, SampleBytes)]);
        var faults = Faults(text);
        var right = text.AsSpan().CountNonAscii() - faults;
        return right > faults * 20;
    }

    private static Charset? Utf16(ReadOnlySpan<byte> body)
    {
        var sample = body[..(Math.Min(body.Length, 4096) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var enough = Math.Max(2, sample.Length / 20);
        return odd >= enough && even * 10 < odd ? Charsets.Utf16Le : even >= enough && odd * 10 < even ? Charsets.Utf16Be : null;
    }

    // Markup comes first in a page and tells nothing, so the sample starts shortly before the first byte that is not ASCII
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> body)
    {
        var first = body.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        return body.Slice(first, Math.Min(body.Length - first, SampleBytes));
    }

    private static double Score(string text, Func<char, double> worth)
    {
        var (sum, count, faults) = (0.0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                continue;
            }

            count++;
            if (c == Charset.Replacement)
            {
                // The sample may end inside a character
                faults += i < text.Length - 2 ? 1 : 0;
            }
            else
            {
                sum += c is >= '\u0080' and < '\u00A0' ? -1 : worth(c) * Company(text, i);
            }
        }

        return count == 0 || faults > (count * RejectedFaults) + 1 ? -1 : (sum - (faults * 5)) / count;
    }

    // A Latin letter with an accent stands among ASCII letters; a letter of another script stands among its own
    private static double Company(string text, int i)
    {
        if (text[i] >= '\u2E80' || !(char.IsLetter(text[i]) || text[i] is >= '\u0E00' and <= '\u0E7F'))
        {
            return 1;
        }

        var ascii = (i > 0 && char.IsAsciiLetter(text[i - 1])) || (i + 1 < text.Length && char.IsAsciiLetter(text[i + 1]));
        return text[i] < '\u0250' == ascii ? 1 : -0.5;
    }

    private static int CountNonAscii(this ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += c >= 0x80 ? 1 : 0;
        }

        return count;
    }

    private static double Chinese(char c) =>
        CommonCharacters.Chinese.Contains(c) ? 1 : CommonCharacters.Punctuation.Contains(c) ? 0.5 : c is >= '\u4E00' and <= '\u9FFF' ? 0.05 : -0.5;

    private static double Japanese(char c) =>
        CommonCharacters.Kana.Contains(c) ? 0.9
        : CommonCharacters.Kanji.Contains(c) ? 0.8
        : CommonCharacters.Punctuation.Contains(c) ? 0.5
        : c is >= '\uFF61' and <= '\uFF9F' ? -0.3
        : c is >= '\u4E00' and <= '\u9FFF' ? 0.05 : -0.5;

    private static double Korean(char c) =>
        CommonCharacters.Hangul.Contains(c) ? 1 : CommonCharacters.Punctuation.Contains(c) ? 0.5 : c is >= '\uAC00' and <= '\uD7A3' ? 0.2 : -0.5;

    private static double Latin(char c) => CommonCharacters.Latin.Contains(c) ? 0.9 : 0.1;

    private static double Letter(char c, FrozenSet<char> common, char first, char last) =>
        common.Contains(c) ? 1 : c >= first && c <= last ? 0 : CommonCharacters.Latin.Contains(c) && !char.IsLetter(c) ? 0.2 : -0.4;
}
