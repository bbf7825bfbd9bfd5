namespace Fraud.Contacts;

/// <summary>0x and 40 hexadecimal digits; mixed case must be the checksum of EIP-55.</summary>
internal static class EthereumAddress
{
    /// <summary>Digits after 0x.</summary>
    public const int Digits = 40;

    /// <summary>The checksummed form; null when mixed case contradicts the checksum.</summary>
    /// <param name="digits">The 40 digits in their original case.</param>
    public static string? Normalize(ReadOnlySpan<char> digits)
    {
        Span<byte> lower = stackalloc byte[Digits];
        var (hasLower, hasUpper) = (false, false);
        for (var i = 0; i < Digits; i++)
        {
            if (!char.IsAsciiHexDigit(digits[i]))
            {
                return null;
            }

            hasLower |= char.IsAsciiLetterLower(digits[i]);
            hasUpper |= char.IsAsciiLetterUpper(digits[i]);
            lower[i] = (byte)char.ToLowerInvariant(digits[i]);
        }

        Span<char> whole = stackalloc char[Digits + 2];
        whole[0] = '0';
        whole[1] = 'x';
        Checksum(lower, whole[2..]);
        return hasLower && hasUpper && !digits.SequenceEqual(whole[2..]) ? null : new(whole);
    }

    private static void Checksum(ReadOnlySpan<byte> lower, Span<char> cased)
    {
        Span<byte> hash = stackalloc byte[32];
        Keccak256.Hash(lower, hash);
        for (var i = 0; i < Digits; i++)
        {
            var nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 0xF;
            cased[i] = nibble >= 8 ? char.ToUpperInvariant((char)lower[i]) : (char)lower[i];
        }
    }
}
