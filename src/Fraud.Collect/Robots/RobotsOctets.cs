using System.Buffers;
using System.Globalization;
using System.Text;

namespace Fraud.Collect.Robots;

/// <summary>Makes the spelling of paths and patterns uniform before they are compared (RFC 9309, section 2.2.2).</summary>
internal static class RobotsOctets
{
    private static readonly SearchValues<byte> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);
    private static readonly SearchValues<byte> Reserved = SearchValues.Create(":/?#[]@!&'()+,;="u8);
    private static readonly SearchValues<char> QueryReserved = SearchValues.Create(":/?[]@");

    /// <summary>
    /// Percent-encodes what a URL may not hold, decodes encoded unreserved characters, writes hex in upper case. A literal "*" or "$" becomes "%2A" or "%24";
    /// only a pattern keeps its wildcards and its closing "$".
    /// </summary>
    /// <returns>The text, and its length for ranking rules: an octet counts as written, a non-ASCII one as encoded.</returns>
    public static (string Text, int Octets) Canonical(ReadOnlySpan<byte> value, bool isPattern)
    {
        var text = new StringBuilder(value.Length);
        var octets = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var octet = value[i];
            if (octet == '%' && i + 2 < value.Length && TryHex(value[i + 1], value[i + 2], out var decoded))
            {
                i += 2;
                octets += Append(text, decoded, Unreserved.Contains(decoded)) ? 1 : 3;
            }
            else
            {
                var special = isPattern && (octet == '*' || (octet == '$' && i == value.Length - 1));
                Append(text, octet, special || Unreserved.Contains(octet) || Reserved.Contains(octet));
                octets += octet < 0x80 ? 1 : 3;
            }
        }

        return (text.ToString(), octets);
    }

    /// <summary>Percent-encodes the reserved characters after the first "?".</summary>
    public static string EncodeQuery(string canonical)
    {
        var query = canonical.IndexOf('?', StringComparison.Ordinal) + 1;
        if (query == 0 || canonical.AsSpan(query).IndexOfAny(QueryReserved) < 0)
        {
            return canonical;
        }

        var text = new StringBuilder(canonical, 0, query, canonical.Length + 32);
        foreach (var c in canonical.AsSpan(query))
        {
            Append(text, (byte)c, !QueryReserved.Contains(c));
        }

        return text.ToString();
    }

    private static bool Append(StringBuilder text, byte octet, bool literally)
    {
        if (literally)
        {
            text.Append((char)octet);
        }
        else
        {
            text.Append('%').Append(HexDigit(octet >> 4)).Append(HexDigit(octet & 15));
        }

        return literally;
    }

    private static char HexDigit(int value) => "0123456789ABCDEF"[value];

    private static bool TryHex(byte high, byte low, out byte value)
    {
        return byte.TryParse([high, low], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
