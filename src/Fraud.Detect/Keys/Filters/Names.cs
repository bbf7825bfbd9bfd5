using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Fraud.Keys.Filters;

/// <summary>Tells what names something from what is secret, by its own letters.</summary>
internal static class Names
{
    private const int MaxNumber = 4;

    // The dot and what stands behind it
    private const int MaxEnding = 7;
    private static readonly SearchValues<byte> _hostLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"u8);
    private static readonly SearchValues<byte> _joints = SearchValues.Create("_-"u8);

    /// <summary>Whether it is the name of a constant or algorithm: AES_128_GCM, RSA_SIGN_PKCS1_2048_SHA256, CLOUD_PROXY_HOST.</summary>
    public static bool IsConstant(ReadOnlySpan<byte> token)
    {
        int parts = 0, words = 0;
        while (!token.IsEmpty)
        {
            var end = token.IndexOfAny(_joints) is >= 0 and var joint ? joint : token.Length;
            var part = token[..end];
            token = token[Math.Min(end + 1, token.Length)..];
            var digits = part.Length - 1 - part.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9');
            var letters = part[..^digits];
            if (digits > MaxNumber || part.IsEmpty || letters.ContainsAnyExceptInRange((byte)'A', (byte)'Z'))
            {
                return false;
            }

            parts++;
            words += letters.IsEmpty ? 0 : 1;
        }

        return parts >= 2 && words * 2 > parts;
    }

    /// <summary>Whether it ends as files do: "secrets.cpython-311.pyc", "providers-3.100.0.tgz".</summary>
    public static bool IsFile(ReadOnlySpan<byte> token)
    {
        var dot = token.LastIndexOf((byte)'.');
        return dot > 0 && token.Length - dot <= MaxEnding && IsOneOf(Extensions, token[(dot + 1)..]);
    }

    private static FrozenSet<string> Extensions { get; } = "7z aar apk asc bat bin bz2 c cc cfg cjs class cmd conf cpp crt cs csproj css csv dat db deb dll doc docx exe gif go gz h hpp htm html ico ini ipynb jar java jpeg jpg js json jsonl jsx key kt lock log lua map md mjs mod mp3 mp4 msi nupkg o pdb pdf pem php pl png po ps1 psd1 py pyc pyd pyi rb rpm rs rst scss sh so sql svg swift tar tgz toml ts tsv tsx ttf txt war wasm wav webp whl woff woff2 xlsx xml xz yaml yml zip zst"
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is the name of a host, with or without a port: "4f2a9c.shop.net", "api.shop.com:8443".</summary>
    public static bool IsHost(ReadOnlySpan<byte> token)
    {
        var port = token.LastIndexOf((byte)':');
        var host = port > 0 && !token[(port + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9') ? token[..port] : token;
        var dot = host.LastIndexOf((byte)'.');
        return dot > 0 && host.Length - dot <= 6 && !host.ContainsAnyExcept(_hostLetters) && IsOneOf(TopDomains, host[(dot + 1)..]);
    }

    private static FrozenSet<string> TopDomains { get; } = "ai app br ca ch cloud cn co com de dev edu eu fr gov in info io it jp local me net nl org ru sh uk us xyz".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static bool IsOneOf(FrozenSet<string> endings, ReadOnlySpan<byte> ending)
    {
        Span<char> text = stackalloc char[MaxEnding];
        return endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..Encoding.Latin1.GetChars(ending, text)]);
    }

    /// <summary>Whether it has the form of a UUID.</summary>
    public static bool IsUuid(ReadOnlySpan<byte> token) =>
        token.Length == 36 && token[8] == '-' && token[13] == '-' && token[18] == '-' && token[23] == '-' && Hex.HasNoOtherLetters(token);

    /// <summary>Whether it begins with a date: 2016-09-08T21:47:36Z.</summary>
    public static bool IsDate(ReadOnlySpan<byte> token) =>
        token.Length >= 10 && token[4] == '-' && token[7] == '-' && !token[..4].ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && !token[5..7].ContainsAnyExceptInRange((byte)'0', (byte)'9') && !token[8..10].ContainsAnyExceptInRange((byte)'0', (byte)'9') && token[0] is (byte)'1' or (byte)'2';
}
