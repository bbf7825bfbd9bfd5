using System.Text.RegularExpressions;

namespace Fraud.Demo;

/// <summary>Fills {{key:kind}} places with invented keys at serving time, so that no key-like string is kept in a file.</summary>
internal static partial class DemoKeys
{
    private const string Base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Hex = "0123456789abcdef";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The text with each place filled; equal kinds get equal keys on one page and other keys on another.</summary>
    public static string Fill(string text, string page) => Place().Replace(text, place => Make(place.Groups[1].Value, page + place.Groups[1].Value));

    private static string Make(string kind, string seed) => kind switch
    {
        "openai-proj" => "sk-proj-" + Draw(seed, Base62, 74) + "T3BlbkFJ" + Draw(seed + "2", Base62, 74),
        "openai" => "sk-" + Draw(seed, Base62, 20) + "T3BlbkFJ" + Draw(seed + "2", Base62, 20),
        "anthropic" => "sk-ant-api03-" + Draw(seed, Base62, 93) + "AA",
        "google" => "AIzaSy" + Draw(seed, Base62, 33),
        "deepseek" => "sk-" + Draw(seed, Hex, 32),
        "aws" => "AKIA" + Draw(seed, Base32, 16),
        "github" => GitHub(seed),
        _ => throw new InvalidDataException($"unknown key kind '{kind}' in the sample site"),
    };

    // The last six characters are the CRC-32 of the thirty before, in base 62
    private static string GitHub(string seed)
    {
        const string digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var body = Draw(seed, Base62, 30);
        var crc = Crc32(body);
        var tail = new char[6];
        for (var i = 5; i >= 0; i--)
        {
            tail[i] = digits[(int)(crc % 62)];
            crc /= 62;
        }

        return "ghp_" + body + new string(tail);
    }

    private static uint Crc32(string ascii)
    {
        var crc = uint.MaxValue;
        foreach (var c in ascii)
        {
            crc ^= c;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    // Drawn from a hash of the kind: the same at every start, and random enough to look real
    private static string Draw(string seed, string alphabet, int length)
    {
        var drawn = new char[length];
        for (var i = 0; i < length; i++)
        {
            var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{seed}/{i}"));
            drawn[i] = alphabet[BitConverter.ToUInt16(hash) % alphabet.Length];
        }

        return new string(drawn);
    }

    [GeneratedRegex(@"\{\{key:([a-z0-9-]+)\}\}")]
    private static partial Regex Place();
}
