namespace Fraud.Scanning;

/// <summary>Tells what a content is by its first bytes; the name only helps with old tar files, which have no mark.</summary>
internal static class ContentSniffer
{
    /// <summary>How many bytes it wants to see.</summary>
    public const int Peek = 8 << 10;

    private static readonly byte[][] _packed =
        ["BZh"u8.ToArray(), [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], [0x28, 0xB5, 0x2F, 0xFD], [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "Rar!\x1A\x07"u8.ToArray()];

    public static ContentKind Sniff(ReadOnlySpan<byte> head, string name) => head switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => ContentKind.Zip,
        [0x1F, 0x8B, 8, ..] => ContentKind.Gzip,
        [(byte)'W', (byte)'A', (byte)'R', (byte)'C', (byte)'/', ..] => ContentKind.Warc,
        [0xFF, 0xFE, ..] => ContentKind.Utf16Little,
        [0xFE, 0xFF, ..] => ContentKind.Utf16Big,
        _ when IsTar(head, name) => ContentKind.Tar,
        _ when IsPacked(head) => ContentKind.Packed,
        _ => TextOrBinary(head),
    };

    private static bool IsTar(ReadOnlySpan<byte> head, string name) =>
        head.Length >= 512 && (head[257..].StartsWith("ustar"u8) || (name.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) && head[0] != 0));

    private static bool IsPacked(ReadOnlySpan<byte> head)
    {
        foreach (var mark in _packed)
        {
            if (head.StartsWith(mark))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A zero byte makes it binary, unless the zeros are the high bytes of UTF-16 without its mark.</summary>
    private static ContentKind TextOrBinary(ReadOnlySpan<byte> head)
    {
        if (!head.Contains((byte)0))
        {
            return ContentKind.Text;
        }

        int even = 0, odd = 0, pairs = head.Length / 2;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        return even == 0 && odd * 2 > pairs ? ContentKind.Utf16Little
            : odd == 0 && even * 2 > pairs ? ContentKind.Utf16Big
            : ContentKind.Binary;
    }
}
