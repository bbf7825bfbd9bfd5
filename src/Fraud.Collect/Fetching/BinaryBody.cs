namespace Fraud.Collect.Fetching;

/// <summary>Recognises a body that is no text whatever its Content-Type says.</summary>
internal static class BinaryBody
{
    private const int Looked = 1024;

    private static readonly byte[][] Magic =
    [
        [0x89, (byte)'P', (byte)'N', (byte)'G'], [.. "GIF8"u8], [0xFF, 0xD8, 0xFF], [.. "PK\u0003\u0004"u8], [.. "%PDF-"u8], [0x1F, 0x8B, 0x08], [0x7F, (byte)'E', (byte)'L', (byte)'F'],
        [.. "RIFF"u8], [.. "Rar!\u001A"u8], [.. "7z"u8, 0xBC, 0xAF], [.. "OggS"u8], [.. "SQLite format 3"u8], [0x28, 0xB5, 0x2F, 0xFD], [0xCA, 0xFE, 0xBA, 0xBE], [.. "wOFF"u8], [.. "wOF2"u8],
    ];

    /// <summary>Whether it begins as a known binary format, or holds NUL where no form of Unicode explains it.</summary>
    public static bool Is(ReadOnlySpan<byte> body)
    {
        foreach (var magic in Magic)
        {
            if (body.StartsWith(magic))
            {
                return true;
            }
        }

        var head = body[..Math.Min(body.Length, Looked)];
        return head.Contains((byte)0) && !LooksLikeUtf16(head);
    }

    // With or without byte order mark: every other octet of the markup is NUL, and none on the other side
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            return true;
        }

        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        return (even == 0 && odd > head.Length / 8) || (odd == 0 && even > head.Length / 8);
    }
}
