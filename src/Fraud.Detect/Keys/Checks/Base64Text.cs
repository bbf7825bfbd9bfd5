using System.Buffers;
using System.Buffers.Text;

namespace Fraud.Keys.Checks;

/// <summary>Base64 in either alphabet, with or without padding.</summary>
internal static class Base64Text
{
    /// <summary>Decodes into the buffer; the written part, empty when it is not base64 or does not fit.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        text = text.TrimEnd((byte)'=');
        if (text.Length == 0 || text.Length % 4 == 1 || buffer.Length < (text.Length + 3) / 4 * 3)
        {
            return default;
        }

        var url = ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            var part = url.AsSpan(0, text.Length);
            text.CopyTo(part);
            part.Replace((byte)'+', (byte)'-');
            part.Replace((byte)'/', (byte)'_');
            return Base64Url.TryDecodeFromUtf8(part, buffer, out var written) ? buffer[..written] : default;
        }
        catch (FormatException)
        {
            // Bits left over behind the last byte: not what an encoder writes
            return default;
        }
        finally
        {
            url.AsSpan(0, text.Length).Clear();
            ArrayPool<byte>.Shared.Return(url);
        }
    }
}
