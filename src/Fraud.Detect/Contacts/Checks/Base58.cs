using System.Security.Cryptography;

namespace Fraud.Contacts;

/// <summary>Base58 as Bitcoin writes it, with its four-byte checksum.</summary>
internal static class Base58
{
    /// <summary>Longest text that is decoded; a Solana address has 44.</summary>
    public const int Longest = 48;
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>Whether a character belongs to the alphabet.</summary>
    public static bool Has(char c) => char.IsAsciiLetterOrDigit(c) && c is not ('0' or 'O' or 'I' or 'l');

    /// <summary>Decodes into bytes; -1 when a character is foreign or the text too long.</summary>
    public static int Decode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.Length is 0 or > Longest)
        {
            return -1;
        }

        Span<byte> reversed = stackalloc byte[Longest];
        var length = 0;
        foreach (var c in text)
        {
            var carry = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (carry < 0)
            {
                return -1;
            }

            for (var i = 0; i < length; i++)
            {
                carry += reversed[i] * 58;
                reversed[i] = (byte)carry;
                carry >>= 8;
            }

            while (carry > 0)
            {
                reversed[length++] = (byte)carry;
                carry >>= 8;
            }
        }

        foreach (var c in text)
        {
            if (c != '1')
            {
                break;
            }

            reversed[length++] = 0;
        }

        if (length > bytes.Length)
        {
            return -1;
        }

        for (var i = 0; i < length; i++)
        {
            bytes[i] = reversed[length - 1 - i];
        }

        return length;
    }

    /// <summary>The version byte of a 25-byte address whose checksum holds; -1 otherwise.</summary>
    public static int CheckedVersion(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        if (Decode(text, bytes) != 25)
        {
            return -1;
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes[..21], hash);
        Span<byte> twice = stackalloc byte[32];
        SHA256.HashData(hash, twice);
        return twice[..4].SequenceEqual(bytes[21..25]) ? bytes[0] : -1;
    }
}
