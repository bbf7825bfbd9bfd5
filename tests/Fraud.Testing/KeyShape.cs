using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Fraud.Testing;

/// <summary>
/// Fills a key's shape, so that no key-like text is ever committed: "sk-{a-f0-9:32}" is literal text and sets with a length;
/// {!b64:shape} and {!b64p:shape} encode what is inside (base64url; base64 with padding), {!crc32-base62}, {!crc32-hex} and {!grafana} are checksums of what stands before.
/// </summary>
public static class KeyShape
{
    /// <summary>One random key of the shape.</summary>
    public static string Fill(string shape, Random random)
    {
        var filled = new StringBuilder();
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] != '{' || i + 1 == shape.Length || shape[i + 1] is '"' or '}' or ' ' or '\n')
            {
                filled.Append(shape[i]);
                continue;
            }

            var end = ClosingBrace(shape, i);
            if (end < 0)
            {
                filled.Append(shape[i]);
                continue;
            }

            filled.Append(Part(shape[(i + 1)..end], filled.ToString(), random));
            i = end;
        }

        return filled.ToString();
    }

    private static string Part(string part, string before, Random random)
    {
        var colon = part.LastIndexOf(':');
        return part switch
        {
            _ when part.StartsWith("!b64:", StringComparison.Ordinal) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Fill(part[5..], random))),
            _ when part.StartsWith("!b64p:", StringComparison.Ordinal) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Fill(part[6..], random))),
            "!crc32-base62" => Base62(Crc(before[(before.LastIndexOf('_') + 1)..])),
            "!crc32-hex" => Crc(before).ToString("X8", CultureInfo.InvariantCulture),
            "!grafana" => Convert.ToHexStringLower(BitConverter.GetBytes(Crc(before[..before.LastIndexOf('_')]))),
            _ when colon > 0 && int.TryParse(part[(colon + 1)..], CultureInfo.InvariantCulture, out var length) => Characters(part[..colon], length, random),
            _ => "{" + part + "}",
        };
    }

    private static string Characters(string set, int length, Random random)
    {
        var members = Members(set);
        return string.Create(length, members, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = from[random.Next(from.Length)];
            }
        });
    }

    private static string Members(string set)
    {
        var members = new StringBuilder();
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                for (var c = set[i]; c <= set[i + 2]; c++)
                {
                    members.Append(c);
                }

                i += 2;
            }
            else
            {
                members.Append(set[i]);
            }
        }

        return members.ToString();
    }

    private static int ClosingBrace(string shape, int open)
    {
        var depth = 0;
        for (var i = open; i < shape.Length; i++)
        {
            depth += shape[i] == '{' ? 1 : shape[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static uint Crc(string text)
    {
        // Written bit by bit, apart from the product's table, so that each checks the other
        var crc = uint.MaxValue;
        foreach (var b in Encoding.ASCII.GetBytes(text))
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }

    private static string Base62(uint value)
    {
        const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var places = new char[6];
        for (var i = 5; i >= 0; i--)
        {
            places[i] = Digits[(int)(value % 62)];
            value /= 62;
        }

        return new string(places);
    }
}
