using System.Buffers;
using System.Text;

namespace Fraud.Keys.Scanning;

/// <summary>Words near a shapeless token that speak for or against its being a key.</summary>
internal static class Cues
{
    private static readonly byte[][] _for = Bytes("key", "token", "secret", "auth", "bearer", "passw", "credential", "access", "private", "api", "密钥", "秘钥", "令牌", "口令", "卡密");
    private static readonly byte[][] _against = Bytes("sha1", "sha2", "sha-", "sha5", "md5", "hash", "commit", "checksum", "digest", "integrity", "etag", "revision", "uuid", "guid", "fingerprint", "thumbprint", "publickeytoken", "arn:", "docs.google");
    private static readonly SearchValues<byte> _assigning = SearchValues.Create(" \t=:>\"'`["u8);

    private static readonly byte[][] _links = Bytes("api", "key", "token", "secret", "access", "private", "password", "auth", "value", "pat", "is", "id", "bearer", "authorization", "oauth2");

    // "apikeytoken"; more are no name, and the look at each must end
    private const int MaxJoined = 4;

    /// <summary>Length of a word at the start that may stand between a cue and its value; 0 when there is none.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text) => LengthAt(text, MaxJoined);

    private static int LengthAt(ReadOnlySpan<byte> text, int joined)
    {
        foreach (var word in _links)
        {
            if (text.Length > word.Length && EqualsFolded(text[..word.Length], word) && (!char.IsAsciiLetterOrDigit((char)text[word.Length]) || (joined > 1 && LengthAt(text[word.Length..], joined - 1) > 0)))
            {
                return word.Length;
            }
        }

        return 0;
    }

    public static bool SpeakFor(ReadOnlySpan<byte> text) => HasOneOf(text, _for);

    public static bool SpeakAgainst(ReadOnlySpan<byte> text) => HasOneOf(text, _against);

    /// <summary>Whether nothing but a sign of assignment, quotes and spaces stands between: "owner = 'token'".</summary>
    public static bool IsAssignment(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)'=', (byte)':') >= 0 && !text.ContainsAnyExcept(_assigning);

    /// <summary>Whether the text has the word, ASCII letters in either case.</summary>
    public static bool Has(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        var (first, other) = (word[0], char.IsAsciiLetter((char)word[0]) ? (byte)(word[0] ^ 0x20) : word[0]);
        while (text.Length >= word.Length)
        {
            var at = text[..(text.Length - word.Length + 1)].IndexOfAny(first, other);
            if (at < 0 || EqualsFolded(text.Slice(at, word.Length), word))
            {
                return at >= 0;
            }

            text = text[(at + 1)..];
        }

        return false;
    }

    private static bool HasOneOf(ReadOnlySpan<byte> text, byte[][] words)
    {
        foreach (var word in words)
        {
            if (Has(text, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EqualsFolded(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (!Same(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(byte a, byte b) => a == b || ((a | 0x20) == (b | 0x20) && char.IsAsciiLetter((char)a));

    private static byte[][] Bytes(params string[] words) => [.. words.Select(Encoding.UTF8.GetBytes)];
}
