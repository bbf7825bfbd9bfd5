namespace Fraud.Contacts;

/// <summary>Bitcoin's segregated-witness addresses: bech32 for version 0 (BIP 173), bech32m for later ones (BIP 350).</summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const string Prefix = "bc";
    private const uint Classic = 1;
    private const uint Modified = 0x2BC830A3;

    /// <summary>Whether a lower-case text "bc1…" is a valid address.</summary>
    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        if (text.Length is < 14 or > 74 || !text.StartsWith("bc1", StringComparison.Ordinal))
        {
            return false;
        }

        uint sum = 1;
        foreach (var c in Prefix)
        {
            sum = Step(sum, (uint)c >> 5);
        }

        sum = Step(sum, 0);
        foreach (var c in Prefix)
        {
            sum = Step(sum, (uint)c & 31);
        }

        var data = text[3..];
        foreach (var c in data)
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            sum = Step(sum, (uint)value);
        }

        var version = Alphabet.IndexOf(data[0], StringComparison.Ordinal);
        return sum == (version == 0 ? Classic : Modified) && IsProgram(version, data.Length - 7);
    }

    // Five-bit groups between version and checksum must hold whole bytes: 20 or 32 of them for version 0
    private static bool IsProgram(int version, int groups)
    {
        var bytes = groups * 5 / 8;
        return version <= 16 && groups * 5 % 8 < 5 && (version == 0 ? bytes is 20 or 32 : bytes is >= 2 and <= 40);
    }

    private static uint Step(uint sum, uint value)
    {
        var top = sum >> 25;
        sum = ((sum & 0x1FFFFFF) << 5) ^ value;
        sum ^= (top & 1) != 0 ? 0x3B6A57B2u : 0;
        sum ^= (top & 2) != 0 ? 0x26508E6Du : 0;
        sum ^= (top & 4) != 0 ? 0x1EA119FAu : 0;
        sum ^= (top & 8) != 0 ? 0x3D4233DDu : 0;
        sum ^= (top & 16) != 0 ? 0x2A1462B3u : 0;
        return sum;
    }
}
