using System.Buffers;

namespace Fraud.Keys.Checks;

/// <summary>"payload:service_role": the second part of a JSON web token contains this text.</summary>
internal sealed class PayloadCheck : IKeyCheck
{
    public string Name => "payload";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        var first = token.IndexOf((byte)'.');
        var second = first < 0 ? -1 : token[(first + 1)..].IndexOf((byte)'.');
        if (second < 0)
        {
            return false;
        }

        var part = token.Slice(first + 1, second);
        var buffer = ArrayPool<byte>.Shared.Rent(part.Length + 4);
        try
        {
            return Base64Text.Decode(part, buffer).IndexOf(argument) >= 0;
        }
        finally
        {
            Array.Clear(buffer);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
