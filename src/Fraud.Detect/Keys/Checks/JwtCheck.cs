using System.Buffers;
using System.Text.Json;

namespace Fraud.Keys.Checks;

/// <summary>
/// A JSON web token, not one made up for a manual, whose header and payload are JSON objects with something in them; "jwt:GroupName" asks for that claim.
/// </summary>
internal sealed class JwtCheck : IKeyCheck
{
    private static readonly byte[][] _samples = ["John Doe"u8.ToArray(), "1234567890"u8.ToArray(), "\"some\":\"payload\""u8.ToArray(), "\"some\": \"payload\""u8.ToArray(), "\"foo\":\"bar\""u8.ToArray(), "\"hello\":\"world\""u8.ToArray(), "\"k\":\"value\""u8.ToArray()];

    public string Name => "jwt";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        var dot = token.IndexOf((byte)'.');
        var second = dot < 0 ? -1 : token[(dot + 1)..].IndexOf((byte)'.');
        if (second < 0)
        {
            return false;
        }

        return HasProperty(token[..dot], default, out _) && HasProperty(token.Slice(dot + 1, second), argument, out var isSample) && !isSample;
    }

    /// <summary>What jwt.io and the manuals of libraries put into theirs.</summary>
    private static bool IsSample(ReadOnlySpan<byte> json)
    {
        foreach (var piece in _samples)
        {
            if (json.IndexOf(piece) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasProperty(ReadOnlySpan<byte> part, ReadOnlySpan<byte> name, out bool isSample)
    {
        isSample = false;
        var buffer = ArrayPool<byte>.Shared.Rent(part.Length + 4);
        try
        {
            var json = Base64Text.Decode(part, buffer);
            isSample = IsSample(json);
            var reader = new Utf8JsonReader(json);
            var found = false;
            while (reader.Read())
            {
                found |= reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && (name.IsEmpty || reader.ValueTextEquals(name));
            }

            return found;
        }
        catch (JsonException)
        {
            return false;
        }
        finally
        {
            Array.Clear(buffer);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
