using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fraud.Storage;

/// <summary>Writes texts with nothing escaped but what JSON demands. The platform's encoders go character by character from the first line break on.</summary>
internal sealed class TextJson : JsonConverter<string>
{
    // Other control characters are written by the same rule, since few texts have any
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        var rest = value.AsSpan();
        // Six bytes for an escaped character, three for any other
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(rest.Length) + (5 * CountEscaped(rest)) + 2);
        try
        {
            buffer[0] = (byte)'"';
            var length = 1;
            while (!rest.IsEmpty)
            {
                var run = rest.IndexOfAny(Escaped) is var at && at < 0 ? rest.Length : at;
                length += Encoding.UTF8.GetBytes(rest[..run], buffer.AsSpan(length));
                length += run < rest.Length ? Escape(rest[run], buffer.AsSpan(length)) : 0;
                rest = rest[Math.Min(run + 1, rest.Length)..];
            }

            buffer[length++] = (byte)'"';
            writer.WriteRawValue(buffer.AsSpan(0, length), skipInputValidation: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static int CountEscaped(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }

    private static int Escape(char c, Span<byte> target)
    {
        ReadOnlySpan<byte> sign = c switch { '"' => "\\\""u8, '\\' => "\\\\"u8, '\n' => "\\n"u8, '\r' => "\\r"u8, '\t' => "\\t"u8, _ => [] };
        if (!sign.IsEmpty)
        {
            sign.CopyTo(target);
            return sign.Length;
        }

        "\\u00"u8.CopyTo(target);
        target[4] = (byte)('0' + (c >> 4));
        target[5] = (byte)"0123456789abcdef"[c & 15];
        return 6;
    }
}
