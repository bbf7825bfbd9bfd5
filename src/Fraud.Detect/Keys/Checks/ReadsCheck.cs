using System.Buffers;

namespace Fraud.Keys.Checks;

/// <summary>"reads": the token is base64 of text without control characters.</summary>
internal sealed class ReadsCheck : IKeyCheck
{
    public string Name => "reads";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(token.Length + 4);
        try
        {
            var text = token.Length % 4 == 0 ? Base64Text.Decode(token, buffer) : default;
            return text.Length > 0 && !text.ContainsAnyInRange((byte)0, (byte)8) && !text.ContainsAnyInRange((byte)14, (byte)31) && !text.ContainsAnyInRange((byte)127, (byte)255);
        }
        finally
        {
            Array.Clear(buffer);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
