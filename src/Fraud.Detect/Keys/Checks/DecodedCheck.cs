using System.Buffers;

namespace Fraud.Keys.Checks;

/// <summary>"decoded:4,BedrockAPIKey-": from the fourth byte on the token is base64, and what it says contains this text.</summary>
internal sealed class DecodedCheck : IKeyCheck
{
    public string Name => "decoded";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        var comma = argument.IndexOf((byte)',');
        if (comma < 0 || !int.TryParse(argument[..comma], out var from) || from > token.Length)
        {
            return false;
        }

        var body = token[from..];
        body = body[..(body.Length - ((body.Length % 4) == 1 ? 1 : 0))];
        var buffer = ArrayPool<byte>.Shared.Rent(body.Length + 4);
        try
        {
            return Base64Text.Decode(body, buffer).IndexOf(argument[(comma + 1)..]) >= 0;
        }
        finally
        {
            Array.Clear(buffer);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
