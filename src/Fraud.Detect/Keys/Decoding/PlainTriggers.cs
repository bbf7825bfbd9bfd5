using System.Globalization;
using System.Text;
using Fraud.Keys.Literals;

namespace Fraud.Keys.Decoding;

/// <summary>The pieces of text that show that plain characters are written in another way near by.</summary>
internal static class PlainTriggers
{
    /// <summary>Escapes of printable ASCII, zero-width characters, and letters in disguise.</summary>
    public static IEnumerable<Literal> All { get; } = [.. Escapes(), .. ZeroWidth(), .. Disguised()];

    private static IEnumerable<Literal> Escapes()
    {
        for (var c = 0x20; c < 0x7F; c++)
        {
            yield return Fold("%" + c.ToString("x2", CultureInfo.InvariantCulture));
        }

        yield return Fold("\\u00");
        yield return Fold("&#x");
        yield return new Literal(":\\/\\/"u8.ToArray(), false);
        for (var d = 0; d < 10; d++)
        {
            yield return Fold("&#" + (char)('0' + d));
        }

        for (var d = 2; d < 8; d++)
        {
            yield return Fold("\\x" + (char)('0' + d));
        }
    }

    private static IEnumerable<Literal> ZeroWidth()
    {
        foreach (var c in "\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2062\u2063\u2064\uFEFF\u202A\u202B\u202C\u202D\u202E")
        {
            yield return new Literal(Encoding.UTF8.GetBytes([c]), false);
        }

        // The soft hyphen has only two bytes: known by the letter or digit behind it
        foreach (var c in "abcdefghijklmnopqrstuvwxyz0123456789")
        {
            yield return new Literal([0xC2, 0xAD, (byte)c], true);
        }
    }

    private static IEnumerable<Literal> Disguised()
    {
        // A full-width letter or digit with another full-width character behind it
        foreach (var c in Enumerable.Range(0xFF10, 10).Concat(Enumerable.Range(0xFF21, 26)).Concat(Enumerable.Range(0xFF41, 26)))
        {
            yield return new Literal([.. Encoding.UTF8.GetBytes([(char)c]), 0xEF], false);
        }

        // Mathematical letters and digits, U+1D400 to U+1D7FF
        for (var third = 0x90; third < 0xA0; third++)
        {
            yield return new Literal([0xF0, 0x9D, (byte)third], false);
        }
    }

    private static Literal Fold(string text) => new(Encoding.ASCII.GetBytes(text.ToLowerInvariant()), true);
}
