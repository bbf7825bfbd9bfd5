using System.Text;

namespace Fraud.Keys.Scanning;

/// <summary>Tells names of secrets (apiKeyProd, DB_PASSWORD) from names that only contain such a word (keyboard, publicKey, tokenUrl).</summary>
internal static class SecretName
{
    // Words that make of a secret's name the name of something beside it
    private static readonly byte[][] _after = Bytes(
        "id", "name", "url", "uri", "path", "file", "type", "size", "length", "count", "hash", "digest", "version", "prefix", "suffix", "pattern", "regex", "field", "label", "format",
        "alg", "provider", "endpoint", "host", "port", "dir", "arn", "index", "column", "header", "param", "expir", "ttl", "lifetime", "status", "validator", "policy", "class", "usage",
        "location", "store", "ring", "pair", "spec", "event", "code", "press", "down", "up", "binding", "map", "sum", "set", "md5", "sha1", "sha2", "sha5", "fingerprint", "last", "date");

    private static readonly byte[][] _before = Bytes(
        "public", "pub", "primary", "foreign", "cache", "sort", "partition", "hot", "mon", "don", "tur", "whis", "hoc", "joc", "lac", "host", "csrf", "xsrf", "idempotency", "i18n",
        "translation", "registry", "dedupe", "object", "bucket", "row", "unique", "index", "shard", "event", "s3", "integrity", "issuer", "x509", "continuation", "next", "page", "sync", "cancellation", "nonpublic", "publickey", "public_key", "public-key", "xsec", "verification", "antiforgery", "request", "recv", "blob",
        "change", "lock", "update", "export", "starting", "action", "idempotent", "split", "parse", "hashed", "encrypted", "ciphertext", "invalid", "bogus");

    // Whole words only: names of services may end like the shorter ones above
    private static readonly byte[][] _public = Bytes("public", "primary", "foreign", "cache", "sort", "partition", "csrf", "xsrf", "registry", "idempotency", "integrity", "verification", "antiforgery", "next", "continuation", "pagination", "starting", "page");

    private static readonly byte[][] _requester = Bytes("client", "request");

    // RFC 7636: a verifier is sent once, with the code it belongs to
    private static readonly byte[][] _protocol = Bytes("code_verifier", "code-verifier", "codeverifier");

    /// <summary>Judges the name around a keyword.</summary>
    public static bool Is(ReadOnlySpan<byte> before, ReadOnlySpan<byte> keyword, ReadOnlySpan<byte> after)
    {
        if (after.Length > 0 && char.IsAsciiLetterLower((char)after[0]) && char.IsAsciiLetterLower((char)keyword[^1]) && !IsPlural(after))
        {
            return false;
        }

        return !HasWord(after, _after) && !EndsInWord(before, _before);
    }

    /// <summary>Whether what stands before a word such as key makes it the name of nothing secret: public, primary, sort.</summary>
    public static bool IsPublic(ReadOnlySpan<byte> before) => EndsInWord(before, _public, whole: true);

    /// <summary>Whether a UUID assigned to this name only tells requests apart: ClientToken, ClientRequestToken.</summary>
    public static bool NamesRequest(ReadOnlySpan<byte> before, ReadOnlySpan<byte> keyword) =>
        Ascii.EqualsIgnoreCase(keyword, "token"u8) && EndsInWord(before, _requester);

    /// <summary>Whether the name that ends here is one of a protocol, though it ends like that of a service.</summary>
    public static bool IsOfProtocol(ReadOnlySpan<byte> name) => EndsInWord(name, _protocol);

    /// <summary>Whether what stands between a word such as key and a value says that the value is the number of something: "key-id x".</summary>
    public static bool IsIdentifier(ReadOnlySpan<byte> between)
    {
        var last = between.TrimEnd(" \t\r\n=:\"'`->_"u8);
        return last.Length >= 2 && Ascii.EqualsIgnoreCase(last[^2..], "id"u8);
    }

    private static bool IsPlural(ReadOnlySpan<byte> after) => after[0] == 's' && (after.Length == 1 || !char.IsAsciiLetterLower((char)after[1]));

    /// <summary>Whether a part of the name (between signs and capitals) begins with one of the words.</summary>
    private static bool HasWord(ReadOnlySpan<byte> name, byte[][] words)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var isStart = char.IsAsciiLetter((char)name[i]) && (i == 0 || !char.IsAsciiLetter((char)name[i - 1]) || (char.IsAsciiLetterUpper((char)name[i]) && char.IsAsciiLetterLower((char)name[i - 1])));
            if (isStart && BeginsWithOne(name[i..], words))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BeginsWithOne(ReadOnlySpan<byte> text, byte[][] words)
    {
        foreach (var word in words)
        {
            if (text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInWord(ReadOnlySpan<byte> text, byte[][] words, bool whole = false)
    {
        text = text.TrimEnd("_-. \\"u8);
        foreach (var word in words)
        {
            if (text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[^word.Length..], word) && (!whole || Begins(text, text.Length - word.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word begins here: behind no letter, or with a capital behind a small one.</summary>
    private static bool Begins(ReadOnlySpan<byte> text, int at) =>
        at == 0 || !char.IsAsciiLetter((char)text[at - 1]) || (char.IsAsciiLetterUpper((char)text[at]) && char.IsAsciiLetterLower((char)text[at - 1]));

    private static byte[][] Bytes(params string[] words) => [.. words.Select(Encoding.ASCII.GetBytes)];
}
