using System.Security.Cryptography;
using System.Text;

namespace Fraud.Keys.Scanning;

/// <summary>What may be kept of a key: its public prefix and at most four last characters, and a keyed hash.</summary>
internal sealed class KeyHider(ReadOnlySpan<byte> fingerprintKey)
{
    private const int MaxPrefix = 32;
    private readonly byte[] _key = fingerprintKey.ToArray();

    /// <summary>HMAC-SHA256 in hex.</summary>
    public string Fingerprint(ReadOnlySpan<byte> token)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, token, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Prefix, ellipsis and last characters; fewer of those the shorter the secret.</summary>
    public static string Redact(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> secret)
    {
        var tail = secret.Length >= 20 ? 4 : secret.Length >= 12 ? 2 : 0;
        return Printable(prefix[..Math.Min(prefix.Length, MaxPrefix)]) + "…" + Printable(secret[^tail..]);
    }

    private static string Printable(ReadOnlySpan<byte> bytes) =>
        string.Create(bytes.Length, Encoding.Latin1.GetString(bytes), (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = from[i] is > ' ' and < '\x7F' ? from[i] : '_';
            }
        });
}
